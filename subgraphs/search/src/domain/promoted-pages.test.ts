import { describe, expect, it } from 'vitest';
import { textIn, toLocalisedText } from './localised-text.ts';
import { engineOffset, mergePage, placePromoted, type Rule, sortRules } from './promotions.ts';

const promotable = ['p1', 'p2', 'p3', 'p4', 'p5'];
/** The same four hundred cases in every run: rules of a market, a number of hits and a size of pages. */
const cases = Array.from({ length: 400 }, (_, nth) => {
  let state = nth + 1;
  // Park and Miller's minimal standard generator (CACM 1988).
  const draw = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const rules = Array.from(
    { length: draw(9) },
    (): Rule => ({
      productId: `p${1 + draw(promotable.length)}`,
      action: (['PIN', 'HIDE', 'BOOST'] as const)[draw(3)] ?? 'PIN',
      position: draw(4) === 0 ? null : 1 + draw(30),
    }),
  );
  return { rules, total: draw(26), size: 1 + draw(12) };
});

/** What somebody sees who reads on, page by page, until a page is empty. */
const readOn = (given: readonly Rule[], engineTotal: number, size: number) => {
  const { pinned, boostedIds, hiddenIds } = sortRules(given);
  const places = placePromoted(pinned, boostedIds, new Set(promotable));
  const hits = Array.from({ length: engineTotal }, (_, index) => `h${index}`);
  const seen: { hit: string; promoted: boolean }[] = [];
  for (let offset = 0; ; offset += size) {
    const from = engineOffset(offset, places);
    const page = mergePage({ offset, limit: size, places, hits: hits.slice(from, from + size), engineTotal });
    seen.push(...page);
    if (page.length < size) return { seen, places, hits, hiddenIds };
  }
};

describe('reading on through promoted goods', () => {
  it('shows every product once, on pages of any size, and the same list on all of them', () => {
    for (const { rules, total, size } of cases) {
      const { seen, places, hits, hiddenIds } = readOn(rules, total, size);
      const shown = seen.map(({ hit }) => hit);
      expect(shown.toSorted()).toEqual([...hits, ...places.values()].toSorted());
      expect(shown.filter((hit) => hiddenIds.includes(hit))).toEqual([]);
      expect(shown).toEqual(readOn(rules, total, 100).seen.map(({ hit }) => hit));
    }
  });

  it('leaves the hits of the engine in their order, and says which products were put in front', () => {
    for (const { rules, total } of cases) {
      const { seen, hits, places } = readOn(rules, total, 100);
      expect(seen.filter(({ promoted }) => !promoted).map(({ hit }) => hit)).toEqual(hits);
      expect(new Set(seen.filter(({ promoted }) => promoted).map(({ hit }) => hit))).toEqual(new Set(places.values()));
    }
  });

  it('puts a pinned product where it was pinned as long as the list reaches so far', () => {
    for (const position of [1, 2, 7, 30])
      for (const total of [0, 1, 6, 29, 30, 40]) {
        const { seen } = readOn([{ productId: 'p1', action: 'PIN', position }], total, 100);
        expect(seen.findIndex(({ promoted }) => promoted)).toBe(Math.min(position - 1, total));
      }
  });
});

describe('rules of one product', () => {
  const rule = (action: Rule['action'], position: number | null = null): Rule => ({
    productId: 'p1',
    action,
    position,
  });

  it('count in the order they stand, unless one of them hides it', () => {
    expect(sortRules([rule('BOOST'), rule('PIN', 3)])).toMatchObject({ boostedIds: ['p1'], pinned: [] });
    expect(sortRules([rule('PIN', 3), rule('BOOST'), rule('PIN', 1)])).toMatchObject({
      boostedIds: [],
      pinned: [{ position: 3 }],
    });
    expect(sortRules([rule('PIN', 1), rule('BOOST'), rule('HIDE')])).toEqual({
      hiddenIds: ['p1'],
      pinned: [],
      boostedIds: [],
    });
  });

  it('pin it to the top when they name no place', () => {
    expect(placePromoted([rule('PIN')], [], new Set(['p1']))).toEqual(new Map([[0, 'p1']]));
  });
});

describe('a title in the reader’s language', () => {
  it.each(['toString', 'valueOf', 'constructor', '__proto__'])(
    'is a title also when the language is called %s, as nothing keeps one from being',
    (locale) => expect(textIn({ ru: 'Лампа', en: 'Lamp' }, locale)).toBe('Lamp'),
  );

  it('is kept by its own name, whatever that is', () => {
    expect(textIn(toLocalisedText([{ locale: 'tostring', text: 'x' }]), 'tostring')).toBe('x');
    expect(textIn({ en: '' }, 'en')).toBe('');
  });
});
