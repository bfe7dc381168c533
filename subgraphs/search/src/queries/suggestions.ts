import type { Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';

/** A query is shown to others once it was searched for this often: what one person typed is theirs. */
const minSearches = 3;

/** A prefix for LIKE, without wildcards of its own. */
const likePrefix = (prefix: string): string => `${prefix.replace(/[\\%_]/g, '\\$&')}%`;

/** Popular queries that begin with the words. */
export const popularQueries = async (executor: Executor, prefix: string, limit: number): Promise<string[]> => {
  const rows = await executor.execute<{ query: string }>(sql`
    select query from query_count where query like ${likePrefix(prefix)} and found >= ${minSearches} and found > missed
    order by found desc, query limit ${limit}`);
  return rows.map(({ query }) => query);
};

/** Words of goods that begin like this, those of most goods first; one form of each word. */
export const wordCompletions = async (executor: Executor, prefix: string, limit: number): Promise<string[]> => {
  const rows = await executor.execute<{ word: string }>(sql`
    select word from (
      select distinct on (stem) word, documents from term where word like ${likePrefix(prefix)} and documents > 0
      order by stem, documents desc
    ) as form
    order by documents desc, word limit ${limit}`);
  return rows.map(({ word }) => word);
};

/** Categories with goods on sale, each of whose wanted words begins a word of their names; the shortest names first. */
export const categoryCompletions = async (
  executor: Executor,
  words: readonly string[],
  limit: number,
): Promise<string[]> => {
  const conditions = words.map((word) => sql`words like ${`% ${likePrefix(word)}`}`);
  const rows = await executor.execute<{ id: string }>(sql`
    select id from known_category
    where ${sql.join(conditions, sql` and `)}
      and exists (select 1 from indexed_product where category_ids @> array[known_category.id])
    order by length(words), id limit ${limit}`);
  return rows.map(({ id }) => id);
};
