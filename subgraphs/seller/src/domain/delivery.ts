/** One step of a price list; amounts and counts are strings of whole numbers, as JSON keeps them. */
export interface DeliveryRate {
  readonly from: string;
  readonly priceMinor: string;
}

/** Part of the world with one price list. */
export interface DeliveryZone {
  /** Empty: every country no other zone of the method names. */
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly postalCodePrefixes: readonly string[];
  readonly basis: 'GOODS_AMOUNT' | 'UNITS';
  /** By rising `from`, the first from 0. */
  readonly rates: readonly DeliveryRate[];
  readonly freeFromMinor: string | null;
  readonly minDays: number;
  readonly maxDays: number;
}

/** Where goods go. */
export interface Destination {
  readonly country: string;
  readonly region: string | null;
  readonly postalCode: string | null;
}

/** What is to be delivered. */
export interface Goods {
  readonly amountMinor: bigint;
  readonly units: number;
}

export interface ZonePrice {
  readonly priceMinor: bigint;
  readonly minDays: number;
  readonly maxDays: number;
}

const folded = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '');

/** The region's own code: `FL` of `us-fl`. */
const codeOf = (region: string, country: string): string => {
  const given = region.toUpperCase();
  return given.startsWith(`${country}-`) ? given.slice(country.length + 1) : given;
};

/** Both sides may spell a region with its country in front. */
const coversRegion = ({ regions }: DeliveryZone, { country, region }: Destination): boolean =>
  regions.length === 0 || regions.some((candidate) => codeOf(candidate, country) === codeOf(region ?? '', country));

const coversPostalCode = ({ postalCodePrefixes }: DeliveryZone, { postalCode }: Destination): boolean =>
  postalCodePrefixes.length === 0 ||
  (postalCode !== null && postalCodePrefixes.some((prefix) => folded(postalCode).startsWith(folded(prefix))));

const particularity = (zone: DeliveryZone): number =>
  (zone.countries.length > 0 ? 1 : 0) +
  (zone.regions.length > 0 ? 2 : 0) +
  (zone.postalCodePrefixes.length > 0 ? 4 : 0);

/**
 * The zone that holds for a destination: of those that cover it the most particular one (postal code before region
 * before country), the earlier one among equals. The rest of the world is what no zone names: a country named with
 * regions only is not delivered to elsewhere.
 */
export const zoneFor = (zones: readonly DeliveryZone[], destination: Destination): DeliveryZone | undefined => {
  const named = zones.filter((zone) => zone.countries.includes(destination.country));
  const covering = named.filter((zone) => coversRegion(zone, destination) && coversPostalCode(zone, destination));
  if (named.length === 0) return zones.find((zone) => zone.countries.length === 0);
  return [...covering].sort((left, right) => particularity(right) - particularity(left))[0];
};

/** Price of a zone for those goods: the last step reached, or nothing from the free amount on. */
export const priceIn = (zone: DeliveryZone, { amountMinor, units }: Goods): ZonePrice => {
  const reached = zone.basis === 'UNITS' ? BigInt(units) : amountMinor;
  const step = zone.rates.findLast((rate) => BigInt(rate.from) <= reached) ?? zone.rates[0];
  const isFree = zone.freeFromMinor !== null && amountMinor >= BigInt(zone.freeFromMinor);
  return { priceMinor: isFree || !step ? 0n : BigInt(step.priceMinor), minDays: zone.minDays, maxDays: zone.maxDays };
};
