import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, basisPointsOf, exponentOf, formatMoney, isCurrency, money } from './index.ts';

const sumOf = (parts: readonly bigint[]): bigint => parts.reduce((left, right) => left + right, 0n);

describe('a sum that is shared out', () => {
  it.each<[string, bigint, bigint[], bigint[]]>([
    ['one part gets everything', 999n, [7n], [999n]],
    ['a part without weight gets nothing', 100n, [0n, 3n, 0n, 1n], [0n, 75n, 0n, 25n]],
    ['nothing is nothing for everybody', 0n, [5n, 0n, 2n], [0n, 0n, 0n]],
    ['less than there are parts goes to the first of equals', 2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    ['the larger remainder comes before the earlier part', 10n, [1n, 2n, 3n], [2n, 3n, 5n]],
    ['a discount is shared as the sum is', -10n, [1n, 2n, 3n], [-2n, -3n, -5n]],
  ])('%s', (_what, total, weights, parts) => expect(allocate(total, weights)).toEqual(parts));

  it('stays exact beyond what a float holds', () => {
    const total = 9_007_199_254_740_993n;
    expect(allocate(total, [1n, 2n])).toEqual([3_002_399_751_580_331n, 6_004_799_503_160_662n]);
  });

  it('gives nobody without weight anything, unless nobody has any', () => {
    const weights = fc.array(fc.bigInt(0n, 3n), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000n), weights, (total, given) => {
        const parts = allocate(total, given);
        expect(sumOf(parts)).toBe(total);
        if (sumOf(given) === 0n) expect(parts).toEqual(parts.toSorted((a, b) => Number(b - a)));
        else expect(parts.filter((part, index) => given[index] === 0n && part !== 0n)).toEqual([]);
      }),
    );
  });

  it('gives a larger weight never less than a smaller one', () => {
    const weights = fc.array(fc.bigInt(0n, 50n), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000n), weights, (total, given) => {
        const sorted = given.toSorted((a, b) => Number(b - a));
        const parts = allocate(total, sorted);
        expect(parts).toEqual(parts.toSorted((a, b) => Number(b - a)));
      }),
    );
  });

  it('refuses a weight below zero, also among others and for nothing', () => {
    expect(() => allocate(0n, [1n, -1n])).toThrow(RangeError);
    expect(() => allocate(0n, [])).toThrow(RangeError);
  });
});

describe('a commission in basis points', () => {
  it.each<[bigint, number, bigint]>([
    [10_000n, 1_250, 1_250n],
    [1n, 5_000, 1n],
    [1n, 4_999, 0n],
    [-1n, 5_000, -1n],
    [-1n, 4_999, 0n],
    [33n, 1_000, 3n],
    [35n, 1_000, 4n],
    [1_234n, 0, 0n],
    [1_234n, 10_000, 1_234n],
    [9_007_199_254_740_993n, 10_000, 9_007_199_254_740_993n],
  ])('of %d at %d is %d', (amount, points, wanted) => expect(basisPointsOf(amount, points)).toBe(wanted));

  it('is never half a unit away from the exact share, and as much of a debt as of a sum', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 10_000 }), (amount, points) => {
        const share = basisPointsOf(amount, points);
        const off = share * 10_000n - amount * BigInt(points);
        expect(off >= -5_000n && off <= 5_000n).toBe(true);
        expect(basisPointsOf(-amount, points)).toBe(-share);
      }),
    );
  });
});

describe('a sum of money', () => {
  it('has the decimals of its currency', () => {
    expect(['USD', 'VND', 'TND', 'CLF', 'BHD', 'ISK'].map(exponentOf)).toEqual([2, 0, 3, 4, 3, 0]);
    expect(money(1, 'KWD')).toEqual({ amountMinor: 1n, currency: 'KWD', exponent: 3 });
  });

  it.each(['eur', 'EURO', '', 'E', ' EUR', 'constructor', '978'])('is in no currency called %j', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => money(1n, code)).toThrow(/ISO 4217/);
  });

  it('is no fraction of the smallest unit', () => {
    expect(() => money(1.5, 'EUR')).toThrow(RangeError);
    expect(() => money(Number.NaN, 'EUR')).toThrow(RangeError);
  });

  it.each<[bigint, string, string, string]>([
    [0n, 'EUR', 'en', '€0.00'],
    [1n, 'EUR', 'en', '€0.01'],
    [-99n, 'EUR', 'en', '-€0.99'],
    [-100n, 'EUR', 'en', '-€1.00'],
    [1_234n, 'KWD', 'en', 'KWD 1.234'],
    [7n, 'KWD', 'en', 'KWD 0.007'],
    [0n, 'JPY', 'en', '¥0'],
    [-1_000n, 'JPY', 'en', '-¥1,000'],
    [123_456n, 'EUR', 'de', '1.234,56 €'],
  ])('of %d minor units of %s reads in %s as %s', (amount, currency, locale, text) => {
    expect(formatMoney(money(amount, currency), locale).replace(/\s/g, ' ')).toBe(text);
  });
});
