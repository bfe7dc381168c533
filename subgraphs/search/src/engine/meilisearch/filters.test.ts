import { describe, expect, it } from 'vitest';
import type { Selection } from '../contract.ts';
import { baseFilters, facetFilters, oneOf } from './filters.ts';
import { indexSettings, orderNumber, toMeilisearch } from './settings.ts';

const selection = (more: Partial<Selection> = {}): Selection => ({
  wanted: { text: '', groups: [], code: undefined },
  filters: {},
  match: 'all',
  closedShopIds: [],
  excludedIds: [],
  ...more,
});

describe('filter expressions', () => {
  it('keep a value a value, whatever signs it has', () => {
    expect(oneOf('brand', ["O'Neill", 'a\\b', "x' OR shopId = 'y"])).toBe(
      "brand IN ['O\\'Neill', 'a\\\\b', 'x\\' OR shopId = \\'y']",
    );
  });

  it('leave out closed shops and excluded products, and keep to chosen ones', () => {
    const filters = baseFilters(selection({ closedShopIds: ['shp_1'], excludedIds: ['prd_1'], onlyIds: ['prd_2'] }));
    expect(filters).toEqual(["NOT shopId IN ['shp_1']", "NOT productId IN ['prd_1']", "productId IN ['prd_2']"]);
    expect(baseFilters(selection())).toEqual([]);
  });

  it('find nothing, not everything, when no product is chosen', () => {
    expect(baseFilters(selection({ onlyIds: [] }))).toEqual(['productId IN []']);
  });

  it('stand under the facet whose counts leave them out', () => {
    const filters = facetFilters({
      categoryId: 'cat_1',
      shopIds: ['shp_1', 'shp_2'],
      brands: [' Acme '],
      price: { currency: 'EUR', minMinor: 100n },
      inStock: false,
      attributes: [
        { code: 'color', values: ['red', 'blue'] },
        { code: 'size', values: ['xl'] },
      ],
    });
    expect(Object.fromEntries(filters)).toEqual({
      category: "categoryIds = 'cat_1'",
      shop: "shopId IN ['shp_1', 'shp_2']",
      brand: "brand IN ['Acme']",
      price: "currency = 'EUR' AND minPriceMinor >= 100",
      availability: 'inStock = false',
      'attribute:color': "attributes IN ['color=red', 'color=blue']",
      'attribute:size': "attributes IN ['size=xl']",
    });
  });

  it('name only attributes that the index can filter by', () => {
    const named = [
      ...baseFilters(selection({ closedShopIds: ['a'], excludedIds: ['b'] })),
      ...facetFilters({ categoryId: 'c', inStock: true, price: { currency: 'EUR', maxMinor: 1n } }).values(),
    ].flatMap((filter) => filter.replace('NOT ', '').match(/^\w+|(?<=AND )\w+/g) ?? []);
    for (const attribute of named) expect(indexSettings.filterableAttributes).toContain(attribute);
  });
});

describe('numbers in the order of ids', () => {
  it('rise with the time part of ids and never fall', () => {
    const ids = [
      'prd_01h4550000aaaaaaaa',
      'prd_01h4550001aaaaaaaa',
      'prd_01k0000000aaaaaaaa',
      'prd_7zzzzzzzzzaaaaaaaa',
    ];
    const numbers = ids.map(orderNumber);
    expect(numbers).toEqual([...numbers].sort((first, second) => first - second));
    expect(new Set(numbers).size).toBe(ids.length);
    for (const number of numbers) expect(Number.isSafeInteger(number)).toBe(true);
  });

  it('exist for any id', () => {
    for (const id of ['', 'prd_', 'x', 'prd_É!']) expect(Number.isSafeInteger(orderNumber(id))).toBe(true);
  });
});

it('gives Meilisearch prices and times as numbers, and a digest that changes with the document', () => {
  const document = {
    productId: 'prd_01h4550000aaaaaaaa',
    version: 1,
    shopId: 'shp_1',
    categoryIds: ['cat_1'],
    brand: null,
    currency: 'EUR',
    minPriceMinor: '1999',
    maxPriceMinor: '2999',
    priceRange: 'EUR:2',
    inStock: true,
    attributes: [],
    titles: { en: 'Lamp' },
    createdAt: '2026-01-01T00:00:00.000Z',
    words: { title: 'lamp', naming: '', filing: '', telling: '' },
  };
  const kept = toMeilisearch(document);
  expect(kept).toMatchObject({
    minPriceMinor: 1999,
    maxPriceMinor: 2999,
    createdAtMs: 1_767_225_600_000,
    title: 'lamp',
  });
  expect(toMeilisearch({ ...document }).digest).toBe(kept.digest);
  expect(toMeilisearch({ ...document, inStock: false }).digest).not.toBe(kept.digest);
});
