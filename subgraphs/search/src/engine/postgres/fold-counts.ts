import { type Facet, facets } from '../../domain/index-declaration.ts';
import type { FacetCounts } from '../contract.ts';

/** A value of a facet (`all` for the hits together) with its counts; `n1` leaves out the first filter, and so on. */
export interface ValueRow extends Record<string, unknown> {
  readonly facet: Facet | 'all';
  readonly value: string | null;
  /** Hits whatever the filters say. */
  readonly matches: number;
}

interface Counted {
  value: string;
  count: number;
}

/** Separates the categories of one product in a row. */
const separator = '\u001f';

/** The filter a value belongs to, which is left out when the value is counted. */
const ownFilter = (facet: Facet, value: string): string =>
  facet === 'attribute' ? `attribute:${value.slice(0, value.indexOf('='))}` : facet;

/** Brands are one whatever their case; the spelling shown is the first in byte order. */
const add = (counts: Map<string, Counted>, facet: Facet, value: string, count: number): void => {
  const key = facet === 'brand' ? value.toLowerCase() : value;
  const known = counts.get(key);
  if (!known) counts.set(key, { value, count });
  else {
    known.count += count;
    if (value < known.value) known.value = value;
  }
};

const ordered = (counts: ReadonlyMap<string, Counted>, facet: Facet, scale: number): Counted[] =>
  [...counts]
    .sort(([firstKey, first], [secondKey, second]) => second.count - first.count || (firstKey < secondKey ? -1 : 1))
    .slice(0, facets[facet])
    .map(([, { value, count }]) => ({ value, count: Math.round(count * scale) }));

/**
 * Counts by facet, most hits first. `filters` are the names of the filters in the order of the rows' counts; `scale` is how
 * many hits each counted one stands for.
 */
export const countsByFacet = (rows: readonly ValueRow[], filters: readonly string[], scale: number): FacetCounts => {
  const found: Record<Facet, Map<string, Counted>> = {
    category: new Map(),
    shop: new Map(),
    brand: new Map(),
    price: new Map(),
    attribute: new Map(),
    availability: new Map(),
  };
  for (const row of rows) {
    const { facet, value } = row;
    if (facet === 'all' || value === null) continue;
    const count = row[`n${filters.indexOf(ownFilter(facet, value)) + 1}`] as number;
    if (count === 0) continue;
    const values = facet === 'category' ? value.split(separator) : [value];
    for (const one of values) if (one !== '') add(found[facet], facet, one, count);
  }
  const counts = (facet: Facet) => ordered(found[facet], facet, scale);
  return {
    category: counts('category'),
    shop: counts('shop'),
    brand: counts('brand'),
    price: counts('price'),
    attribute: counts('attribute'),
    availability: counts('availability'),
  };
};
