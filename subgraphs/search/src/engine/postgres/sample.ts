import { createHash } from 'node:crypto';
import type { Database } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import type { Selection } from '../contract.ts';

/** Parts into which products fall by the hash of their id; each part is a random sample of all. */
const bucketCount = 64;

const lexeme = (bucket: number): string => `#${bucket}`;

/** The lexeme of a product's part. It stands in the search vector, so the index itself can draw the sample; no word has a "#". */
export const bucketOf = (productId: string): string =>
  lexeme((createHash('sha1').update(productId).digest()[0] ?? 0) % bucketCount);

const inBuckets = (count: number): SQL => {
  const lexemes = Array.from({ length: count }, (_, bucket) => `'${lexeme(bucket)}'`).join(' | ');
  return sql`document.search @@ ${lexemes}::tsquery`;
};

/** Parts by which the number of very many matches is estimated: an error of about two per cent at 50,000. */
const estimateBuckets = 4;

/** Matches that are ranked or counted by facet when there are very many. */
const sampleSize = 3_000;

/** Matches that are all looked at. */
const manyMatches = 5_000;

/** The same, in the estimating parts. */
const manyInEstimate = Math.floor((manyMatches * estimateBuckets) / bucketCount);

export interface Measured {
  /** Exact up to about 5,000, estimated beyond; undefined when nobody counted because there are few. */
  readonly total: number | undefined;
  /** Condition that keeps a few thousand of very many matches, always the same ones; undefined when all can be looked at. */
  readonly sample: SQL | undefined;
}

/**
 * Counts matches; of very many only the parts that the index can pick out are read. Where the vocabulary tells that
 * there are few, nothing is asked: whoever reads them all counts them by the way.
 */
export const measureMatches = async (
  { orm }: Database,
  { expected }: Pick<Selection, 'expected'>,
  condition: SQL,
): Promise<Measured> => {
  if (expected !== undefined && expected <= manyMatches) return { total: undefined, sample: undefined };
  const [row] = await orm.execute<{ part: number; total: number | null }>(sql`
    with part as (select count(*)::int as matches from document where ${condition} and ${inBuckets(estimateBuckets)})
    select matches as part,
           case when matches < ${manyInEstimate} then (select count(*)::int from document where ${condition}) end as total
    from part`);
  const { part = 0, total = 0 } = row ?? {};
  if (total !== null) return { total, sample: undefined };
  const estimated = Math.round((part * bucketCount) / estimateBuckets);
  return { total: estimated, sample: inBuckets(Math.max(1, Math.floor((bucketCount * sampleSize) / estimated))) };
};
