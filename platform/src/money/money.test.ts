import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, basisPointsOf, exponentOf, formatMoney, money } from './index.ts';

describe('allocate', () => {
  it('gives parts that sum to the whole, each within one unit of its exact share', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(parts.reduce((left, right) => left + right, 0n)).toBe(total);
          const sum = weights.reduce((left, right) => left + right, 0n);
          if (sum === 0n) return;
          parts.forEach((part, index) => {
            const scaled = part * sum - total * (weights[index] ?? 0n);
            expect(scaled < sum && scaled > -sum).toBe(true);
          });
        },
      ),
    );
  });

  it('gives the odd unit to the larger remainder, and to the earlier part on a tie', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(10n, [15n, 85n])).toEqual([2n, 8n]);
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('splits equally when all weights are zero, and refuses nothing or negative weights', () => {
    expect(allocate(3n, [0n, 0n])).toEqual([2n, 1n]);
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [-1n])).toThrow(RangeError);
  });
});

describe('money', () => {
  it('knows ISO 4217 exponents', () => {
    expect([exponentOf('EUR'), exponentOf('JPY'), exponentOf('KWD')]).toEqual([2, 0, 3]);
  });

  it('refuses a currency that does not exist', () => {
    expect(() => money(1, 'XXZ')).toThrow(/ISO 4217/);
  });

  it('formats exactly, beyond what a float holds', () => {
    expect(formatMoney(money(1_234_567_890_123_456_789n, 'EUR'), 'en')).toBe('€12,345,678,901,234,567.89');
    expect(formatMoney(money(-5, 'EUR'), 'en')).toBe('-€0.05');
    expect(formatMoney(money(500, 'JPY'), 'en')).toBe('¥500');
    expect(formatMoney(money(129_900, 'RUB'), 'ru').replace(/\s/g, ' ')).toBe('1 299,00 ₽');
  });

  it('rounds basis points half up, symmetrically for negative amounts', () => {
    expect(basisPointsOf(1_050n, 1_000)).toBe(105n);
    expect(basisPointsOf(5n, 1_000)).toBe(1n);
    expect(basisPointsOf(-5n, 1_000)).toBe(-1n);
  });
});
