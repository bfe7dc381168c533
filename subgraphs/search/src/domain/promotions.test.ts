import { describe, expect, it } from 'vitest';
import { engineOffset, mergePage, placePromoted, type Rule, sortRules } from './promotions.ts';

const pin = (productId: string, position: number | null): Rule => ({ productId, action: 'PIN', position });

describe('merchandising rules', () => {
  it('let hiding win over everything else', () => {
    const rules: Rule[] = [pin('a', 1), { productId: 'a', action: 'HIDE', position: null }];
    expect(sortRules(rules)).toEqual({ hiddenIds: ['a'], pinned: [], boostedIds: [] });
  });

  it('give two pins of one position neighbouring places, and boosted products the first free ones', () => {
    const places = placePromoted([pin('b', 2), pin('a', 2)], ['c', 'd'], new Set(['a', 'b', 'c', 'd']));
    expect([...places].sort()).toEqual([
      [0, 'c'],
      [1, 'b'],
      [2, 'a'],
      [3, 'd'],
    ]);
  });

  it('give no place to a product that the filters leave out', () => {
    expect(placePromoted([pin('a', 1)], ['b'], new Set(['b']))).toEqual(new Map([[0, 'b']]));
  });
});

describe('pages with promoted products', () => {
  const hits = Array.from({ length: 10 }, (_, index) => `hit${index}`);
  const pages = (size: number, promoted: Record<number, string>, found = hits) => {
    const places = new Map(Object.entries(promoted).map(([place, id]) => [Number(place), id]));
    const seen: string[] = [];
    for (let offset = 0; offset < found.length + places.size; offset += size) {
      const from = engineOffset(offset, places);
      const page = mergePage({
        offset,
        limit: size,
        places,
        hits: found.slice(from, from + size),
        engineTotal: found.length,
      });
      seen.push(...page.map(({ hit }) => hit));
    }
    return seen;
  };

  it.each([1, 2, 3, 5, 20])('of %d hold every product once, promoted ones at their places', (size) => {
    const all = pages(size, { 0: 'A', 4: 'B' });
    expect(all.slice(0, 6)).toEqual(['A', 'hit0', 'hit1', 'hit2', 'B', 'hit3']);
    expect(new Set(all).size).toBe(12);
    expect(all).toHaveLength(12);
  });

  it.each([1, 2, 20])('of %d close with promoted products whose place is behind the last hit', (size) => {
    expect(pages(size, { 50: 'B', 70: 'C' }, ['x'])).toEqual(['x', 'B', 'C']);
  });
});
