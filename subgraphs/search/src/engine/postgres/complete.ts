import type { Database } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { LocalisedText } from '../../domain/localised-text.ts';
import { textArray } from '../../store/text-array.ts';
import type { Hit } from '../contract.ts';
import { rankWeights } from './conditions.ts';

/** Matches that are ranked: a short prefix has thousands, and any few of them will do. */
const maxRanked = 300;

/**
 * A word as a prefix, in titles and names; its stem as well, because the whole word may have been typed already. Where
 * the two are the same, it is looked for once: the index would read everything that begins so twice.
 */
const prefixQuery = (word: string) => {
  const quoted = `'${word.replaceAll("'", '')}':*AB`;
  return sql`(select case when plain = stemmed then plain else plain || stemmed end
    from (select to_tsquery('simple', ${quoted}) as plain, to_tsquery('vitrina', ${quoted}) as stemmed) as form)`;
};

/** Products whose titles or names hold all the words, the last one as a prefix. */
export const completeTitles = async (
  { orm }: Database,
  words: readonly string[],
  closedShopIds: readonly string[],
  limit: number,
): Promise<Hit[]> => {
  const last = words.at(-1);
  if (last === undefined) return [];
  const whole = words.slice(0, -1).map((word) => sql`plainto_tsquery('vitrina', ${word})`);
  const query = sql`(${sql.join([...whole, prefixQuery(last)], sql` && `)})`;
  return [
    ...(await orm.execute<{ productId: string; titles: LocalisedText }>(sql`
      select product_id as "productId", titles
      from (select ${query} as wanted offset 0) as asked, some_matching(wanted, ${textArray(closedShopIds)}, ${maxRanked})
      order by in_stock desc, ts_rank(${sql.raw(`'${rankWeights}'`)}, search, wanted, 1) desc, product_id
      limit ${limit}`)),
  ];
};
