import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';

/** Parts into which products fall by the hash of their id; each part is a random sample of all. */
const bucketCount = 64;

const lexeme = (bucket: number): string => `#${bucket}`;

/** The lexeme of a product's part. It stands in the search vector, so the index itself can draw the sample; no word has a "#". */
export const bucketOf = (productId: string): string =>
  lexeme((createHash('sha1').update(productId).digest()[0] ?? 0) % bucketCount);

/** Condition that keeps about `wanted` of `total` matches, always the same ones; undefined when there are not more. */
export const sampleOf = (total: number, wanted: number): SQL | undefined => {
  if (total <= wanted) return undefined;
  const buckets = Math.max(1, Math.floor((bucketCount * wanted) / total));
  const lexemes = Array.from({ length: buckets }, (_, bucket) => `'${lexeme(bucket)}'`).join(' | ');
  return sql`document.search @@ ${lexemes}::tsquery`;
};
