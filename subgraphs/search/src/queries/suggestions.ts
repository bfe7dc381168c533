import type { Executor } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';

/** A query is shown to others once it was searched for this often: what one person typed is theirs. */
const minSearches = 3;

/** A prefix for LIKE, without wildcards of its own. */
const likePrefix = (prefix: string): string => `${prefix.replace(/[\\%_]/g, '\\$&')}%`;

/** What completes the words, by kind, each best first. */
export interface Completions {
  /** Popular queries that begin with the words. */
  readonly queries: readonly string[];
  /** Words of goods that begin like the only word, those of most goods first; one form of each word. */
  readonly words: readonly string[];
  /** Categories with goods on sale, each of whose wanted words begins a word of their names; the shortest names first. */
  readonly categoryIds: readonly string[];
  /** Shops whose goods are not shown. */
  readonly closedShopIds: readonly string[];
}

const popularQueries = (words: readonly string[], limit: number): SQL => sql`
  select query from query_count where query like ${likePrefix(words.join(' '))} and found >= ${minSearches} and found > missed
  order by found desc, query limit ${limit}`;

const wordForms = (prefix: string, limit: number): SQL => sql`
  select word from (
    select distinct on (stem) word, documents from term where word like ${likePrefix(prefix)} and documents > 0
    order by stem, documents desc
  ) as form
  order by documents desc, word limit ${limit}`;

const categories = (words: readonly string[], limit: number): SQL => sql`
  select id from known_category
  where ${sql.join(
    words.map((word) => sql`words like ${`% ${likePrefix(word)}`}`),
    sql` and `,
  )}
    and exists (select 1 from indexed_product where category_ids @> array[known_category.id])
  order by length(words), id limit ${limit}`;

/** Reads everything but products that completes the words, in one statement: this is asked with every letter typed. */
export const readCompletions = async (
  executor: Executor,
  words: readonly string[],
  limits: { readonly queries: number; readonly categories: number },
): Promise<Completions> => {
  const [only, ...others] = words;
  const forms =
    only !== undefined && others.length === 0 ? wordForms(only, limits.queries) : sql`select null where false`;
  const [row] = await executor.execute<Completions & Record<string, unknown>>(sql`
    select array(${popularQueries(words, limits.queries)}) as queries, array(${forms}) as words,
           array(${categories(words, limits.categories)}) as "categoryIds",
           array(select id from shop where closed) as "closedShopIds"`);
  return row ?? { queries: [], words: [], categoryIds: [], closedShopIds: [] };
};
