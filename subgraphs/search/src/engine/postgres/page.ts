import type { Database } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import type { Hit, PageOfHits, PageRequest } from '../contract.ts';
import { baseConditions, every, filterConditions, groupMatches, rankWeights, tsquery } from './conditions.ts';
import { measureMatches } from './sample.ts';

const orders: Readonly<Record<PageRequest['sort'], SQL>> = {
  RELEVANCE: sql`document.created_at desc, document.product_id`,
  NEWEST: sql`document.created_at desc, document.product_id`,
  PRICE_ASC: sql`document.currency, document.min_price_minor, document.product_id`,
  PRICE_DESC: sql`document.currency, document.min_price_minor desc, document.product_id`,
};

/** Sold-out goods are found, but stand behind alike ones that can be bought. */
const soldOutFactor = 0.7;

/** Ranked by how well the words match: the rank of every match is needed before the first can be told. */
const rankedSql = (request: PageRequest, condition: SQL, query: SQL): SQL => {
  const points = request.match === 'most' ? sql`(${sql.join(groupMatches(request.wanted), sql` + `)}) desc, ` : sql``;
  return sql`
    select document.product_id as "productId", document.titles, (count(*) over ())::int as found
    from document where ${condition}
    order by ${points}ts_rank(${sql.raw(`'${rankWeights}'`)}, document.search, ${query}, 1)
               * case when document.in_stock then 1 else ${sql.raw(String(soldOutFactor))} end desc,
             document.product_id
    limit ${request.limit} offset ${request.offset}`;
};

/** In an order that an index may give; counting needs all matches, so it is left out where they are counted already. */
const orderedSql = (request: PageRequest, condition: SQL, counting: boolean): SQL => sql`
  select document.product_id as "productId", document.titles, ${counting ? sql`(count(*) over ())::int` : sql`0`} as found
  from document where ${condition} order by ${orders[request.sort]} limit ${request.limit} offset ${request.offset}`;

/** Matches, counted no further than `most`. */
export const countUpTo = async ({ orm }: Database, condition: SQL, most: number | undefined): Promise<number> => {
  const [row] = await orm.execute<{ total: number }>(
    sql`select count(*)::int as total from (select 1 from document where ${condition} limit ${most ?? null}) as counted`,
  );
  return row?.total ?? 0;
};

/** A page of hits with the number of all. Of very many matches a sample is ranked: what so many goods have tells little about them. */
export const searchPage = async (database: Database, request: PageRequest): Promise<PageOfHits> => {
  const conditions = [...baseConditions(request), ...filterConditions(request.filters).values()];
  const condition = every(conditions);
  const query = tsquery(request.wanted, request.match);
  const { total, sample } = await measureMatches(database, request, condition);
  if (total !== undefined && (request.limit === 0 || request.offset >= total)) return { hits: [], total };
  const ranked = query !== undefined && request.sort === 'RELEVANCE';
  const rows = await database.orm.execute<Hit & { found: number } & Record<string, unknown>>(
    ranked
      ? rankedSql(request, every(sample ? [...conditions, sample] : conditions), query)
      : orderedSql(request, condition, total === undefined),
  );
  const hits = rows.map(({ productId, titles }): Hit => ({ productId, titles }));
  const counted = total ?? rows[0]?.found;
  // A page behind the last one has no row that could tell the number.
  const behind = request.offset > 0 || request.limit === 0;
  return { hits, total: counted ?? (behind ? await countUpTo(database, condition, undefined) : 0) };
};
