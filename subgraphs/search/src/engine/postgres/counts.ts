import type { Database } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import { type Facet, facets } from '../../domain/index-declaration.ts';
import type { FacetCounts, Selection } from '../contract.ts';
import { baseConditions, every, filterConditions } from './conditions.ts';
import { countsByFacet, type ValueRow } from './fold-counts.ts';
import { measureMatches } from './sample.ts';

/** Facets that are a column, in the order in which `grouping` gives each a bit. */
const columns: readonly { readonly facet: Facet; readonly column: SQL; readonly shown: SQL }[] = [
  { facet: 'category', column: sql`category_ids`, shown: sql`array_to_string(category_ids, e'\\x1f')` },
  { facet: 'shop', column: sql`shop_id`, shown: sql`shop_id` },
  { facet: 'brand', column: sql`brand`, shown: sql`brand` },
  { facet: 'price', column: sql`price_range`, shown: sql`price_range` },
  { facet: 'availability', column: sql`in_stock`, shown: sql`in_stock::text` },
];

const listed = sql.join(
  columns.map(({ column }) => column),
  sql`, `,
);

/** What `grouping` says of a row that is grouped by this column alone: every bit but its own. */
const maskOf = (index: number): number => (1 << columns.length) - 1 - (1 << (columns.length - 1 - index));

const facetSql = sql`case grouping(${listed}) ${sql.join(
  columns.map(({ facet }, index) => sql.raw(`when ${maskOf(index)} then '${facet}'`)),
  sql` `,
)} else 'all' end`;

const shownSql = sql`case grouping(${listed}) ${sql.join(
  columns.map(({ shown }, index) => sql`when ${sql.raw(String(maskOf(index)))} then ${shown}`),
  sql` `,
)} end`;

const setsSql = sql.join(
  columns.map(({ column }) => sql`(${column})`),
  sql`, `,
);

/** Counts of one value: of the hits that satisfy all filters, then of those that satisfy all but the first, and so on. */
const countColumns = (filterCount: number): SQL => {
  const flags = Array.from({ length: filterCount }, (_, index) => `flag_${index}`);
  const counts = [-1, ...flags.keys()].map((except) => {
    const others = flags.filter((_, index) => index !== except);
    const filter = others.length > 0 ? ` filter (where ${others.join(' and ')})` : '';
    return `(count(*)${filter})::int as n${except + 1}`;
  });
  return sql.raw(counts.join(', '));
};

const countSql = (conditions: readonly SQL[], filters: ReadonlyMap<string, SQL>): SQL => {
  const flags = [...filters.values()].map((condition, index) => sql`, ${condition} as ${sql.raw(`flag_${index}`)}`);
  const carried = sql.raw([...flags.keys()].map((index) => `, flag_${index}`).join(''));
  const counts = countColumns(filters.size);
  const most = facets.attribute * (filters.size + 1);
  return sql`
    with matched as materialized (
      select ${listed}, attributes ${sql.join(flags, sql``)} from document where ${every(conditions)}
    )
    select ${facetSql} as facet, ${shownSql} as value, count(*)::int as matches, ${counts}
    from matched group by grouping sets ((), ${setsSql})
    union all (
      select 'attribute', value, count(*)::int as matches, ${counts}
      from (select unnest(attributes) as value ${carried} from matched) as fact
      group by value order by matches desc, value limit ${sql.raw(String(most))}
    )`;
};

/**
 * Counts of all facets in one statement: the matches are read once, with a flag per filter, and passed over twice: for the
 * facets that are a column, and for the attributes.
 */
export const countFacets = async (database: Database, selection: Selection): Promise<FacetCounts> => {
  const base = baseConditions(selection);
  const filters = filterConditions(selection.filters);
  const { total, sample } = await measureMatches(database, selection, every(base));
  const rows = await database.orm.execute<ValueRow>(countSql(sample ? [...base, sample] : base, filters));
  const counted = rows.find(({ facet }) => facet === 'all')?.matches;
  return countsByFacet(rows, [...filters.keys()], sample && counted ? (total ?? counted) / counted : 1);
};
