import { newId } from '@vitrina/platform/ids';
import { encodeCursor } from '@vitrina/platform/pagination';
import { describe, expect, it } from 'vitest';
import { isFirstPage, readProductPage, readVariantPage } from './pages.ts';

const [productId, variantId] = [newId('prd'), newId('var')];

describe('the cursor of a list of goods', () => {
  it('gives the place it was made of', () => {
    expect(readProductPage({ after: encodeCursor([productId]) }).cursor).toEqual([productId]);
    expect(readVariantPage({ last: 2, before: encodeCursor([3, variantId]) }).cursor).toEqual([3, variantId]);
  });

  it.each([[[variantId]], [['prd_nonsense']], [[7]], [[null]]])('of products is not %j', (key) => {
    expect(() => readProductPage({ after: encodeCursor(key) })).toThrow(/not a cursor of this list/);
  });

  it.each([
    [[0.5, variantId]],
    [['3', variantId]],
    // No column holds such a number, so Postgres would fail over it.
    [[2 ** 40, variantId]],
    [[3, productId]],
    [[3, 7]],
  ])('of variants is not %j', (key) => {
    expect(() => readVariantPage({ after: encodeCursor(key) })).toThrow(/not a cursor of this list/);
  });

  it('is what tells the first page from the others', () => {
    expect(isFirstPage(readProductPage({ first: 5 }))).toBe(true);
    expect(isFirstPage(readProductPage({ last: 5 }))).toBe(false);
    expect(isFirstPage(readProductPage({ after: encodeCursor([productId]) }))).toBe(false);
  });
});
