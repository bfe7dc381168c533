import type { Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { Rule } from '../domain/promotions.ts';
import { textArray } from '../store/text-array.ts';

/** What stands beside the words of a query. */
export interface Guidance {
  readonly closedShopIds: readonly string[];
  /** Rules for this query that hold now. */
  readonly rules: readonly Rule[];
  /** Phrases that mean the same as a phrase of the query, by that phrase's key. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
}

type Row = Record<string, unknown> & {
  readonly closed: readonly string[] | null;
  readonly rules: readonly Rule[] | null;
  readonly synonyms: readonly { readonly key: string; readonly phrase: string }[] | null;
};

/** Rules that one search obeys. */
const maxRules = 100;

/** Reads closed shops, rules and synonyms in one statement. `query` is the normalised query, `keys` those of its phrases. */
export const readGuidance = async (
  executor: Executor,
  query: string,
  keys: readonly string[],
  now: Date,
): Promise<Guidance> => {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await executor.execute<Row>(sql`
    select
      (select array_agg(id) from shop where closed) as closed,
      (select json_agg(json_build_object('productId', product_id, 'action', action, 'position', position) order by created_at)
       from (select * from search_rule where query in ('', ${query}) and (starts_at is null or starts_at <= ${at})
               and (ends_at is null or ends_at > ${at}) order by created_at limit ${maxRules}) as rule) as rules,
      (select json_agg(json_build_object('key', asked.key, 'phrase', other.phrase))
       from synonym_phrase asked
       join synonym_phrase other on other.group_position = asked.group_position and other.position <> asked.position
       where asked.key = any(${textArray(keys)})) as synonyms`);
  const synonyms = new Map<string, string[]>();
  for (const { key, phrase } of row?.synonyms ?? []) synonyms.set(key, [...(synonyms.get(key) ?? []), phrase]);
  return { closedShopIds: row?.closed ?? [], rules: row?.rules ?? [], synonyms };
};
