import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import type { DeliveryZone } from './delivery.ts';
import { type LocalisedText, readTexts } from './localised.ts';
import { outOfRange } from './refusals.ts';

/** A zone as it was typed. */
export interface ZoneInput {
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly postalCodePrefixes: readonly string[];
  readonly basis: DeliveryZone['basis'];
  readonly rates: readonly { readonly from: bigint; readonly priceMinor: bigint }[];
  readonly freeFromMinor?: bigint | null | undefined;
  readonly minDays: number;
  readonly maxDays: number;
}

export interface MethodInput {
  readonly code: string;
  readonly names: readonly LocalisedText[];
  readonly zones: readonly ZoneInput[];
}

export interface CheckedMethod {
  readonly code: string;
  readonly names: readonly LocalisedText[];
  readonly zones: readonly DeliveryZone[];
}

const codeForm = /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const maxZones = 50;
const maxRates = 20;
const maxListed = 300;
const maxDays = 180;
/** A million in a currency of two decimals; a higher price is a slip of the hand. */
const maxPriceMinor = 100_000_000n;

type Path = readonly string[];

const checkRates = ({ rates, freeFromMinor }: ZoneInput, path: Path): Refusal[] => {
  const at = [...path, 'rates'];
  if (rates.length === 0 || rates.length > maxRates)
    return [plainRefusal('RATES_NOT_VALID', at, `Give 1 to ${maxRates} steps.`)];
  const found: Refusal[] = [];
  if (rates[0]?.from !== 0n)
    found.push(plainRefusal('RATES_NOT_VALID', [...at, '0', 'from'], 'The first step starts from 0.'));
  for (const [index, rate] of rates.entries()) {
    const previous = rates[index - 1];
    if (previous && rate.from <= previous.from)
      found.push(
        plainRefusal('RATES_NOT_VALID', [...at, String(index), 'from'], 'Each step starts above the one before.'),
      );
    if (rate.priceMinor < 0n || rate.priceMinor > maxPriceMinor) {
      found.push(
        plainRefusal(
          'PRICE_NOT_VALID',
          [...at, String(index), 'priceMinor'],
          `Use a price from 0 to ${maxPriceMinor} minor units.`,
        ),
      );
    }
  }
  if (freeFromMinor != null && freeFromMinor < 0n)
    found.push(plainRefusal('PRICE_NOT_VALID', [...path, 'freeFromMinor'], 'Use an amount of 0 or more.'));
  return found;
};

const checkDays = (zone: ZoneInput, path: Path): Refusal[] => {
  if (zone.minDays < 0 || zone.minDays > maxDays) return [outOfRange([...path, 'minDays'], 0, maxDays)];
  return zone.maxDays < zone.minDays || zone.maxDays > maxDays
    ? [outOfRange([...path, 'maxDays'], zone.minDays, maxDays)]
    : [];
};

const checkWhere = (zone: ZoneInput, path: Path): Refusal[] => {
  const limited = zone.regions.length > 0 || zone.postalCodePrefixes.length > 0;
  if (zone.countries.length === 0 && limited) {
    return [
      plainRefusal(
        'ZONE_NOT_VALID',
        [...path, 'countries'],
        'Name the country whose regions or postal codes these are.',
      ),
    ];
  }
  for (const list of ['countries', 'regions', 'postalCodePrefixes'] as const) {
    if (zone[list].length > maxListed)
      return [plainRefusal('ZONE_NOT_VALID', [...path, list], `List at most ${maxListed}.`)];
    const odd = zone[list].findIndex((entry) => !readText(entry, { field: [], min: 1, max: 60 }).ok);
    if (odd >= 0)
      return [
        plainRefusal(
          'ZONE_NOT_VALID',
          [...path, list, String(odd)],
          'This entry is empty or too long; correct or remove it.',
        ),
      ];
  }
  return [];
};

const toZone = (zone: ZoneInput): DeliveryZone => ({
  countries: [...new Set(zone.countries)],
  regions: zone.regions.map((region) => region.trim()),
  postalCodePrefixes: zone.postalCodePrefixes.map((prefix) => prefix.trim()),
  basis: zone.basis,
  rates: zone.rates.map(({ from, priceMinor }) => ({ from: from.toString(), priceMinor: priceMinor.toString() })),
  freeFromMinor: zone.freeFromMinor?.toString() ?? null,
  minDays: zone.minDays,
  maxDays: zone.maxDays,
});

/** Checks a delivery method as a whole and names every mistake at once, each with its path. */
export const readDeliveryMethod = (input: MethodInput): Result<CheckedMethod, Refusal> => {
  const refusals: Refusal[] = [];
  if (!codeForm.test(input.code))
    refusals.push(
      plainRefusal(
        'CODE_NOT_VALID',
        ['code'],
        'Use 1 to 40 lower-case letters a to z, digits and single hyphens, e.g. express.',
      ),
    );
  const names = readTexts(input.names, { field: 'names', atLeast: 1, maxLength: 120 });
  if (!names.ok) refusals.push(...names.refusals);
  if (input.zones.length === 0 || input.zones.length > maxZones)
    refusals.push(plainRefusal('ZONES_NOT_VALID', ['zones'], `Give 1 to ${maxZones} zones.`));
  for (const [index, zone] of input.zones.slice(0, maxZones).entries()) {
    const path = ['zones', String(index)];
    refusals.push(...checkWhere(zone, path), ...checkRates(zone, path), ...checkDays(zone, path));
  }
  const [first, ...rest] = refusals;
  if (first) return refuse(first, ...rest);
  if (!names.ok) return refuse(...names.refusals);
  return ok({ code: input.code, names: names.value, zones: input.zones.map(toZone) });
};
