import { describe, expect, it } from 'vitest';
import { type DeliveryZone, priceIn, zoneFor } from './delivery.ts';

const zone = (change: Partial<DeliveryZone>): DeliveryZone => ({
  countries: ['US'],
  regions: [],
  postalCodePrefixes: [],
  basis: 'GOODS_AMOUNT',
  rates: [{ from: '0', priceMinor: '500' }],
  freeFromMinor: null,
  minDays: 1,
  maxDays: 3,
  ...change,
});
const to = (country: string, region: string | null = null, postalCode: string | null = null) => ({
  country,
  region,
  postalCode,
});

describe('the zone of a destination', () => {
  const country = zone({});
  const florida = zone({ regions: ['FL'] });
  const orlando = zone({ postalCodePrefixes: ['328'] });
  const elsewhere = zone({ countries: [] });
  const zones = [elsewhere, country, florida, orlando];

  it('is the most particular one that covers it', () => {
    expect(zoneFor(zones, to('US', 'FL', '32828'))).toBe(orlando);
    expect(zoneFor(zones, to('US', 'US-FL', '33101'))).toBe(florida);
    expect(zoneFor(zones, to('US', 'fl'))).toBe(florida);
    expect(zoneFor(zones, to('US', 'TX', '73301'))).toBe(country);
    expect(zoneFor(zones, to('DE'))).toBe(elsewhere);
  });

  it('is none where the country is named for some regions only, or not at all', () => {
    expect(zoneFor([florida, elsewhere], to('US', 'TX'))).toBeUndefined();
    expect(zoneFor([country], to('DE'))).toBeUndefined();
    expect(zoneFor([], to('DE'))).toBeUndefined();
  });

  it('takes a region with or without its country in front, on either side', () => {
    const spelt = zone({ regions: ['us-fl'] });
    for (const region of ['FL', 'US-FL', 'us-fl']) expect(zoneFor([spelt], to('US', region))).toBe(spelt);
    expect(zoneFor([spelt], to('US', 'TX'))).toBeUndefined();
    expect(zoneFor([spelt], to('US'))).toBeUndefined();
  });

  it('compares postal codes without spaces, hyphens and case', () => {
    const london = zone({ countries: ['GB'], postalCodePrefixes: ['sw1a'] });
    expect(zoneFor([london], to('GB', null, 'SW1A 2AA'))).toBe(london);
    expect(zoneFor([london], to('GB'))).toBeUndefined();
  });
});

describe('the price of a zone', () => {
  const steps = [
    { from: '0', priceMinor: '900' },
    { from: '2000', priceMinor: '500' },
    { from: '5000', priceMinor: '200' },
  ];

  it.each([
    [0n, 900n],
    [1_999n, 900n],
    [2_000n, 500n],
    [4_999n, 500n],
    [5_000n, 200n],
    [9_007_199_254_740_993n, 200n],
  ])('for goods of %s is %s', (amountMinor, expected) => {
    expect(priceIn(zone({ rates: steps }), { amountMinor, units: 1 }).priceMinor).toBe(expected);
  });

  it('counts units where the list does', () => {
    const perUnits = zone({
      basis: 'UNITS',
      rates: [
        { from: '0', priceMinor: '300' },
        { from: '3', priceMinor: '700' },
      ],
    });
    expect(priceIn(perUnits, { amountMinor: 99_999n, units: 2 }).priceMinor).toBe(300n);
    expect(priceIn(perUnits, { amountMinor: 1n, units: 3 }).priceMinor).toBe(700n);
  });

  it('is nothing from the free amount on, whatever the list counts', () => {
    const generous = zone({ basis: 'UNITS', freeFromMinor: '3000' });
    expect(priceIn(generous, { amountMinor: 2_999n, units: 9 }).priceMinor).toBe(500n);
    expect(priceIn(generous, { amountMinor: 3_000n, units: 1 }).priceMinor).toBe(0n);
  });
});
