import type { Database } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import type { LocalisedText } from '../../domain/localised-text.ts';
import type { Hit, PageOfHits, PageRequest } from '../contract.ts';
import { baseConditions, every, filterConditions, groupMatches, rankWeights, tsquery } from './conditions.ts';

interface Row extends Record<string, unknown> {
  readonly total: number;
  readonly productId: string | null;
  readonly titles: LocalisedText | null;
}

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
    with matched as materialized (
      select document.product_id, ${points} as points,
             ts_rank(${sql.raw(`'${rankWeights}'`)}, document.search, ${query}, 1)
               * case when document.in_stock then 1 else ${sql.raw(String(soldOutFactor))} end as score
      from document where ${condition}
    ),
    page as (
      select matched.*, row_number() over (order by points desc, score desc, product_id) as place from matched
      order by points desc, score desc, product_id limit ${request.limit} offset ${request.offset}
    )
    select counted.total, page.product_id as "productId", document.titles
    from (select count(*)::int as total from matched) as counted
    left join page on true
    left join document on document.product_id = page.product_id
    order by page.place`;
};

/** In an order that an index may give. */
const orderedSql = (request: PageRequest, condition: SQL): SQL => sql`
  with page as (
    select document.product_id, document.titles, row_number() over (order by ${orders[request.sort]}) as place
    from document where ${condition} order by ${orders[request.sort]} limit ${request.limit} offset ${request.offset}
  )
  select counted.total, page.product_id as "productId", page.titles
  from (select count(*)::int as total from document where ${condition}) as counted
  left join page on true
  order by page.place`;

/** A page of hits with the number of all. */
export const searchPage = async ({ orm }: Database, request: PageRequest): Promise<PageOfHits> => {
  const condition = every([...baseConditions(request), ...filterConditions(request.filters).values()]);
  const query = tsquery(request.wanted, request.match);
  const rows = await orm.execute<Row>(
    query && request.sort === 'RELEVANCE' ? rankedSql(request, condition, query) : orderedSql(request, condition),
  );
  const hits = rows.flatMap(({ productId, titles }): Hit[] => (productId ? [{ productId, titles: titles ?? {} }] : []));
  return { hits, total: rows[0]?.total ?? 0 };
};
