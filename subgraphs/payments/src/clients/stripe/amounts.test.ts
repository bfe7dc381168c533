import { describe, expect, it } from 'vitest';
import { fromStripe, isChargeable, toStripe } from './amounts.ts';

describe('an amount as Stripe counts it', () => {
  it.each([
    ['EUR', 1_999n, 1_999],
    ['JPY', 500n, 500],
    ['KWD', 1_500n, 1_500],
    ['ISK', 500n, 50_000],
    ['UGX', 3n, 300],
  ])('of %s %s is %s, there and back', (currency, minor, units) => {
    expect(toStripe(minor, currency)).toBe(units);
    expect(fromStripe(units, currency.toLowerCase())).toBe(minor);
  });

  it('has no place for a currency of fifths', () => {
    expect([isChargeable('EUR'), isChargeable('MGA')]).toEqual([true, false]);
  });
});
