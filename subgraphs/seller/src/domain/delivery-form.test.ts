import { describe, expect, it } from 'vitest';
import { type MethodInput, readDeliveryMethod, type ZoneInput } from './delivery-form.ts';

const zone = (given: Partial<ZoneInput> = {}): ZoneInput => ({
  countries: ['DE'],
  regions: [],
  postalCodePrefixes: [],
  basis: 'GOODS_AMOUNT',
  rates: [{ from: 0n, priceMinor: 490n }],
  minDays: 1,
  maxDays: 3,
  ...given,
});
const method = (given: Partial<MethodInput> = {}): MethodInput => ({
  code: 'post',
  names: [{ locale: 'en', text: 'Post' }],
  zones: [zone()],
  ...given,
});
const mistakesOf = (given: Partial<MethodInput>) => {
  const read = readDeliveryMethod(method(given));
  return read.ok ? [] : read.refusals.map(({ field }) => field.join('.'));
};
const mistakesIn = (given: Partial<ZoneInput>) => mistakesOf({ zones: [zone(given)] });
const steps = (count: number) => Array.from({ length: count }, (_, nth) => ({ from: BigInt(nth), priceMinor: 1n }));

describe('a delivery method', () => {
  it('is kept with amounts as text and lists tidied', () => {
    const given = zone({
      countries: ['DE', 'AT', 'DE'],
      regions: [' BY '],
      postalCodePrefixes: ['80 '],
      freeFromMinor: 5_000n,
    });
    const read = readDeliveryMethod(method({ zones: [given] }));
    expect(read.ok && read.value.zones).toEqual([
      {
        countries: ['DE', 'AT'],
        regions: ['BY'],
        postalCodePrefixes: ['80'],
        basis: 'GOODS_AMOUNT',
        rates: [{ from: '0', priceMinor: '490' }],
        freeFromMinor: '5000',
        minDays: 1,
        maxDays: 3,
      },
    ]);
  });

  it.each(['Post', '-post', 'po--st', 'pöst', '', 'x'.repeat(41)])('is not called %j', (code) => {
    expect(mistakesOf({ code })).toEqual(['code']);
  });

  it('has 1 to 50 zones; those beyond are not looked at', () => {
    expect(mistakesOf({ zones: [] })).toEqual(['zones']);
    expect(mistakesOf({ zones: Array(50).fill(zone()) })).toEqual([]);
    expect(mistakesOf({ zones: [...Array<ZoneInput>(50).fill(zone()), zone({ rates: [] })] })).toEqual(['zones']);
  });

  it('names mistakes of all its parts at once', () => {
    const zones = [zone({ rates: [] }), zone(), zone({ minDays: -1, countries: [], regions: ['BY'] })];
    expect(mistakesOf({ code: '', names: [], zones })).toEqual([
      'code',
      'names',
      'zones.0.rates',
      'zones.2.countries',
      'zones.2.minDays',
    ]);
  });
});

describe('a price list', () => {
  it('has 1 to 20 steps, the first from 0, each above the one before', () => {
    expect(mistakesIn({ rates: steps(20) })).toEqual([]);
    for (const count of [0, 21]) expect(mistakesIn({ rates: steps(count) })).toEqual(['zones.0.rates']);
    expect(mistakesIn({ rates: steps(3).slice(1) })).toEqual(['zones.0.rates.0.from']);
    const twice = [...steps(2), { from: 1n, priceMinor: 1n }, { from: 0n, priceMinor: 1n }];
    expect(mistakesIn({ rates: twice })).toEqual(['zones.0.rates.2.from', 'zones.0.rates.3.from']);
  });

  it('costs from nothing to a million', () => {
    for (const priceMinor of [0n, 100_000_000n]) expect(mistakesIn({ rates: [{ from: 0n, priceMinor }] })).toEqual([]);
    for (const priceMinor of [-1n, 100_000_001n])
      expect(mistakesIn({ rates: [{ from: 0n, priceMinor }] })).toEqual(['zones.0.rates.0.priceMinor']);
  });

  it('is free from an amount of 0 or more, or never', () => {
    expect(mistakesIn({ freeFromMinor: 0n })).toEqual([]);
    expect(mistakesIn({ freeFromMinor: null })).toEqual([]);
    expect(mistakesIn({ freeFromMinor: -1n })).toEqual(['zones.0.freeFromMinor']);
  });
});

describe('a zone', () => {
  it('takes 0 to 180 days, the last not before the first', () => {
    expect(mistakesIn({ minDays: 0, maxDays: 0 })).toEqual([]);
    expect(mistakesIn({ minDays: 180, maxDays: 180 })).toEqual([]);
    expect(mistakesIn({ minDays: 181, maxDays: 181 })).toEqual(['zones.0.minDays']);
    for (const maxDays of [4, 181]) expect(mistakesIn({ minDays: 5, maxDays })).toEqual(['zones.0.maxDays']);
  });

  it('lists at most 300 places, none of them empty, and regions only with their country', () => {
    const prefixes = Array.from({ length: 300 }, (_, nth) => `${nth}`);
    expect(mistakesIn({ postalCodePrefixes: prefixes })).toEqual([]);
    expect(mistakesIn({ postalCodePrefixes: [...prefixes, '300'] })).toEqual(['zones.0.postalCodePrefixes']);
    expect(mistakesIn({ regions: ['BY', ' '] })).toEqual(['zones.0.regions.1']);
    expect(mistakesIn({ countries: [], postalCodePrefixes: ['8'] })).toEqual(['zones.0.countries']);
    expect(mistakesIn({ countries: [] })).toEqual([]);
  });
});
