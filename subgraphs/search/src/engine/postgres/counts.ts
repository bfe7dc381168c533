import type { Database } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import { type Facet, facets } from '../../domain/index-declaration.ts';
import type { FacetCounts, Selection } from '../contract.ts';
import { baseConditions, every, filterConditions } from './conditions.ts';
import { measureMatches } from './sample.ts';

interface Row extends Record<string, unknown> {
  readonly facet: Facet | 'all';
  readonly value: string;
  readonly count: number;
}

/** Where a facet's values come from. */
const sources: Readonly<Record<Facet, { readonly value: SQL; readonly from: SQL; readonly key: SQL }>> = {
  category: { value: sql`min(value)`, from: sql`matched, unnest(category_ids) as value`, key: sql`value` },
  shop: { value: sql`shop_id`, from: sql`matched`, key: sql`shop_id` },
  brand: { value: sql`min(brand)`, from: sql`matched`, key: sql`lower(brand)` },
  price: { value: sql`price_range`, from: sql`matched`, key: sql`price_range` },
  attribute: { value: sql`min(value)`, from: sql`matched, unnest(attributes) as value`, key: sql`value` },
  availability: { value: sql`in_stock::text`, from: sql`matched`, key: sql`in_stock` },
};

/** One count; `except` is the filter it ignores. */
const countSql = (facet: Facet, filters: ReadonlyMap<string, SQL>, except: string, only: SQL): SQL => {
  const { value, from, key } = sources[facet];
  const flags = [...filters.keys()].flatMap((name, index) => (name === except ? [] : [sql.raw(`flag_${index}`)]));
  return sql`(
    select ${facet}::text as facet, ${value} as value, count(*)::int as count from ${from}
    where ${every([...flags, only])} and ${key} is not null
    group by ${key} order by count(*) desc, ${key} limit ${sql.raw(String(facets[facet]))}
  )`;
};

const countsOf = (filters: ReadonlyMap<string, SQL>): SQL[] => {
  const chosen = [...filters.keys()].flatMap((name) => (name.startsWith('attribute:') ? [name.slice(10)] : []));
  const plain = (Object.keys(sources) as Facet[]).map((facet) => {
    const others = chosen.map((code) => sql`not starts_with(value, ${`${code}=`})`);
    return countSql(facet, filters, facet, facet === 'attribute' ? every(others) : sql`true`);
  });
  const own = chosen.map((code) =>
    countSql('attribute', filters, `attribute:${code}`, sql`starts_with(value, ${`${code}=`})`),
  );
  return [...plain, ...own];
};

/** Counts of all facets in one statement: the matches are read once, with a flag per filter. */
export const countFacets = async (database: Database, selection: Selection): Promise<FacetCounts> => {
  const base = baseConditions(selection);
  const { total, sample } = await measureMatches(database, every(base));
  const filters = filterConditions(selection.filters);
  const flags = [...filters.values()].map((condition, index) => sql`, ${condition} as ${sql.raw(`flag_${index}`)}`);
  const rows = await database.orm.execute<Row>(sql`
    with matched as materialized (
      select category_ids, shop_id, brand, price_range, attributes, in_stock ${sql.join(flags, sql``)}
      from document where ${every(sample ? [...base, sample] : base)}
    )
    select 'all' as facet, '' as value, count(*)::int as count from matched
    union all ${sql.join(countsOf(filters), sql` union all `)}`);
  const sampled = sample ? rows.find(({ facet }) => facet === 'all')?.count : total;
  const scale = sampled ? total / sampled : 1;
  const counts: Record<Facet, { value: string; count: number }[]> = {
    category: [],
    shop: [],
    brand: [],
    price: [],
    attribute: [],
    availability: [],
  };
  for (const { facet, value, count } of rows)
    if (facet !== 'all') counts[facet].push({ value, count: Math.round(count * scale) });
  return counts;
};
