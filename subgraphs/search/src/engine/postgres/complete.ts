import type { Database } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { LocalisedText } from '../../domain/localised-text.ts';
import { textArray } from '../../store/text-array.ts';
import type { Hit } from '../contract.ts';
import { rankWeights } from './conditions.ts';

/** Matches that are ranked: a short prefix has thousands, and any few of them will do. */
const maxRanked = 300;

/** A word as a prefix, in titles and names; its stem as well, because the whole word may have been typed already. */
const prefixQuery = (word: string) => {
  const quoted = `'${word.replaceAll("'", '')}':*AB`;
  return sql`(to_tsquery('simple', ${quoted}) || to_tsquery('vitrina', ${quoted}))`;
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
      from some_matching(${query}, ${textArray(closedShopIds)}, ${maxRanked}) as candidate
      order by in_stock desc, ts_rank(${sql.raw(`'${rankWeights}'`)}, search, ${query}, 1) desc, product_id
      limit ${limit}`)),
  ];
};
