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
  const points = request.match === 'most' ? sql`(${sql.join(groupMatches(request.wanted), sql` + `)})` : sql`0`;
  return sql`
    with page as (
      select document.product_id, ${points} as points,
             ts_rank(${sql.raw(`'${rankWeights}'`)}, document.search, ${query}, 1)
               * case when document.in_stock then 1 else ${sql.raw(String(soldOutFactor))} end as score
      from document where ${condition}
      order by points desc, score desc, product_id limit ${request.limit} offset ${request.offset}
    )
    select page.product_id as "productId", document.titles
    from page join document on document.product_id = page.product_id
    order by page.points desc, page.score desc, page.product_id`;
};

/** In an order that an index may give. */
const orderedSql = (request: PageRequest, condition: SQL): SQL => sql`
  select document.product_id as "productId", document.titles
  from document where ${condition} order by ${orders[request.sort]} limit ${request.limit} offset ${request.offset}`;

/** Matches, counted no further than `most`. */
export const countUpTo = async ({ orm }: Database, condition: SQL, most: number): Promise<number> => {
  const [row] = await orm.execute<{ total: number }>(
    sql`select count(*)::int as total from (select 1 from document where ${condition} limit ${most}) as counted`,
  );
  return row?.total ?? 0;
};

/** A page of hits with the number of all. Of very many matches a sample is ranked: what so many goods have tells little about them. */
export const searchPage = async (database: Database, request: PageRequest): Promise<PageOfHits> => {
  const conditions = [...baseConditions(request), ...filterConditions(request.filters).values()];
  const query = tsquery(request.wanted, request.match);
  const { total, sample } = await measureMatches(database, every(conditions));
  if (request.limit === 0 || request.offset >= total) return { hits: [], total };
  const ranked = query !== undefined && request.sort === 'RELEVANCE';
  const hits = await database.orm.execute<Hit & Record<string, unknown>>(
    ranked
      ? rankedSql(request, every(sample ? [...conditions, sample] : conditions), query)
      : orderedSql(request, every(conditions)),
  );
  return { hits: [...hits], total };
};
