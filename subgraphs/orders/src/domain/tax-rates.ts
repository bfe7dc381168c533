import type { TaxPlace, TaxRate, TaxRates } from './tax.ts';

interface CountryRates {
  readonly included: boolean;
  readonly standard: number;
  /** Rates of tax categories that differ from the standard one. */
  readonly special?: Readonly<Record<string, number>>;
  /** Rates of regions (ISO 3166-2 without the country) where the country has no rate of its own. */
  readonly regions?: Readonly<Record<string, number>>;
}

const vat = (standard: number, special: Readonly<Record<string, number>> = {}): CountryRates => ({
  included: true,
  standard,
  special,
});

/**
 * Value added and sales tax in basis points, by destination: a starting table, not tax advice. A market checks it against
 * the states' own tables before it sells there, or puts a tax provider behind the same port. What it was checked against,
 * and when, is in the README; sales tax of the United States is the state's share alone.
 */
const countries: Readonly<Record<string, CountryRates>> = {
  AT: vat(2_000, { books: 1_000, food: 1_000 }),
  BE: vat(2_100, { books: 600, food: 600 }),
  BG: vat(2_000, { books: 900 }),
  CH: vat(810, { books: 260, food: 260 }),
  CY: vat(1_900, { books: 300, food: 500 }),
  CZ: vat(2_100, { books: 0, food: 1_200 }),
  DE: vat(1_900, { books: 700, food: 700 }),
  DK: vat(2_500),
  EE: vat(2_400, { books: 900 }),
  ES: vat(2_100, { books: 400, food: 1_000 }),
  FI: vat(2_550, { books: 1_350, food: 1_350 }),
  FR: vat(2_000, { books: 550, food: 550 }),
  GB: vat(2_000, { books: 0, food: 0 }),
  GR: vat(2_400, { books: 600, food: 1_300 }),
  HR: vat(2_500, { books: 500, food: 500 }),
  HU: vat(2_700, { books: 500 }),
  IE: vat(2_300, { books: 0, food: 0 }),
  IT: vat(2_200, { books: 400, food: 1_000 }),
  JP: vat(1_000, { food: 800 }),
  KZ: vat(1_600),
  LT: vat(2_100, { books: 500 }),
  LU: vat(1_700, { books: 300, food: 300 }),
  LV: vat(2_100, { books: 500 }),
  MT: vat(1_800, { books: 500, food: 0 }),
  NL: vat(2_100, { books: 900, food: 900 }),
  NO: vat(2_500, { books: 0, food: 1_500 }),
  PL: vat(2_300, { books: 500, food: 500 }),
  PT: vat(2_300, { books: 600, food: 600 }),
  RO: vat(2_100, { books: 1_100, food: 1_100 }),
  RU: vat(2_200, { books: 1_000, food: 1_000 }),
  // Food at half its rate from 1 April 2026 to 31 December 2027.
  SE: vat(2_500, { books: 600, food: 600 }),
  SI: vat(2_200, { books: 500, food: 950 }),
  SK: vat(2_300, { books: 500, food: 1_900 }),
  TR: vat(2_000, { books: 0, food: 100 }),
  US: {
    included: false,
    standard: 0,
    special: { food: 0 },
    // New Jersey's 6.625 % is half a basis point less than what stands here.
    regions: { CA: 725, FL: 600, IL: 625, MA: 625, NJ: 663, NY: 400, PA: 600, TX: 625, WA: 650 },
  },
};

const untaxed: TaxRate = { basisPoints: 0, included: true };

/** The region's own code, with or without the country in front of it. */
const regionCode = ({ country, region }: TaxPlace): string => (region ?? '').toUpperCase().replace(`${country}-`, '');

/** What a table says of a key: sellers name tax categories as they like, also `constructor`. */
const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table && Object.hasOwn(table, key) ? table[key] : undefined;

/** The built-in table; a destination it does not know is not taxed. */
export const tableRates: TaxRates = {
  rateFor: (place, taxCategory) => {
    const rates = own(countries, place.country);
    if (!rates) return untaxed;
    const regional = own(rates.regions, regionCode(place)) ?? rates.standard;
    return { basisPoints: own(rates.special, taxCategory) ?? regional, included: rates.included };
  },
};
