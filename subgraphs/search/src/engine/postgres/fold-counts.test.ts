import { describe, expect, it } from 'vitest';
import { facets } from '../../domain/index-declaration.ts';
import { countsByFacet, type ValueRow } from './fold-counts.ts';

const row = (facet: ValueRow['facet'], value: string | null, ...counts: number[]): ValueRow => ({
  facet,
  value,
  matches: Math.max(...counts),
  ...Object.fromEntries(counts.map((count, index) => [`n${index}`, count])),
});

describe('folding counted rows into facets', () => {
  it('counts a product under each of its categories', () => {
    const rows = [row('category', 'cat_home\u001fcat_lamps', 3), row('category', 'cat_home\u001fcat_chairs', 2)];
    expect(countsByFacet(rows, [], 1).category).toEqual([
      { value: 'cat_home', count: 5 },
      { value: 'cat_lamps', count: 3 },
      { value: 'cat_chairs', count: 2 },
    ]);
  });

  it('takes one brand for one whatever its case, and goods without a brand for none', () => {
    const rows = [row('brand', 'acme', 2), row('brand', 'ACME', 1), row('brand', null, 9), row('brand', 'Bolt', 3)];
    expect(countsByFacet(rows, [], 1).brand).toEqual([
      { value: 'ACME', count: 3 },
      { value: 'Bolt', count: 3 },
    ]);
  });

  it('puts most hits first, and of as many the first in order', () => {
    const rows = [row('shop', 'shp_b', 1), row('shop', 'shp_c', 4), row('shop', 'shp_a', 1)];
    expect(countsByFacet(rows, [], 1).shop.map(({ value }) => value)).toEqual(['shp_c', 'shp_a', 'shp_b']);
  });

  it('leaves out the filter a value belongs to and obeys all others', () => {
    // n0 obeys both filters, n1 leaves out the shop's, n2 the colour's.
    const rows = [
      row('shop', 'shp_1', 2, 5, 3),
      row('attribute', 'color=red', 2, 3, 7),
      row('attribute', 'size=xl', 1, 4, 2),
      row('price', 'EUR:3', 2, 5, 3),
    ];
    const counts = countsByFacet(rows, ['shop', 'attribute:color'], 1);
    expect(counts.shop).toEqual([{ value: 'shp_1', count: 5 }]);
    expect(counts.attribute).toEqual([
      { value: 'color=red', count: 7 },
      { value: 'size=xl', count: 1 },
    ]);
    expect(counts.price).toEqual([{ value: 'EUR:3', count: 2 }]);
  });

  it('does not list a value that no hit has any more', () => {
    expect(countsByFacet([row('availability', 'true', 0, 3)], ['shop'], 1).availability).toEqual([]);
  });

  it('scales what was counted in a sample', () => {
    const rows = [row('all', null, 30), row('availability', 'true', 20), row('availability', 'false', 10)];
    expect(countsByFacet(rows, [], 2.5).availability.map(({ count }) => count)).toEqual([50, 25]);
  });

  it('gives no more values of a facet than are declared', () => {
    const rows = Array.from({ length: 200 }, (_, index) => row('shop', `shp_${index}`, index + 1));
    const { shop } = countsByFacet(rows, [], 1);
    expect(shop).toHaveLength(facets.shop);
    expect(shop[0]).toEqual({ value: 'shp_199', count: 200 });
  });
});
