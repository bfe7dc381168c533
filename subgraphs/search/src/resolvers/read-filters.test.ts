import { AppError } from '@vitrina/platform/errors';
import { describe, expect, it } from 'vitest';
import type { SearchFiltersInput } from '../generated/resolvers.ts';
import { readFilters } from './read-filters.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => `value ${index}`);
const fieldOf = (input: SearchFiltersInput): unknown => {
  try {
    readFilters(input);
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'BAD_USER_INPUT') return error.details.field?.join('.');
    throw error;
  }
};

describe('the filters of a search', () => {
  it('are none when nothing is wished for, in whatever way that is said', () => {
    const nothing = {
      brands: undefined,
      categoryId: undefined,
      inStock: undefined,
      price: undefined,
      shopIds: undefined,
    };
    expect(readFilters(null)).toEqual({});
    expect(readFilters({})).toEqual({ ...nothing, attributes: undefined });
    expect(
      readFilters({ brands: [], shopIds: [], price: null, inStock: null, attributes: [{ code: 'a', values: [] }] }),
    ).toEqual({ ...nothing, attributes: [] });
  });

  it('are taken as they are wished for', () => {
    expect(
      readFilters({
        categoryId: 'cat_1',
        shopIds: ['shp_1', 'shp_2'],
        brands: ['Acme'],
        price: { currency: 'EUR', minMinor: 0n, maxMinor: null },
        inStock: false,
        attributes: [
          { code: 'color', values: ['Red', 'Blue'] },
          { code: 'size', values: [] },
        ],
      }),
    ).toEqual({
      categoryId: 'cat_1',
      shopIds: ['shp_1', 'shp_2'],
      brands: ['Acme'],
      price: { currency: 'EUR', minMinor: 0n, maxMinor: undefined },
      inStock: false,
      attributes: [{ code: 'color', values: ['Red', 'Blue'] }],
    });
  });

  it.each<[string, SearchFiltersInput]>([
    ['filters.shopIds', { shopIds: many(51) }],
    ['filters.brands', { brands: many(51) }],
    ['filters.attributes', { attributes: many(21).map((code) => ({ code, values: ['a'] })) }],
    [
      'filters.attributes.1.values',
      {
        attributes: [
          { code: 'a', values: ['a'] },
          { code: 'b', values: many(51) },
        ],
      },
    ],
    ['filters.price.currency', { price: { currency: 'euro' } }],
  ])('are refused by name when they ask for too much or nonsense: %s', (field, input) => {
    expect(fieldOf(input)).toBe(field);
  });

  it('may ask for as much as fits', () => {
    expect(fieldOf({ shopIds: many(50), brands: many(50) })).toBeUndefined();
    expect(fieldOf({ attributes: many(20).map((code) => ({ code, values: many(50) })) })).toBeUndefined();
  });

  it('by what no goods can have find nothing, where the database would refuse to look', () => {
    expect(
      readFilters({
        categoryId: 'cat\u0000',
        brands: ['\ud83d'],
        attributes: [{ code: '\u0000', values: ['\u0000'] }],
      }),
    ).toMatchObject({
      categoryId: 'cat\ufffd',
      brands: ['\ufffd'],
      attributes: [{ code: '\ufffd', values: ['\ufffd'] }],
    });
  });
});
