import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { IndexDocument } from '../../domain/index-document.ts';
import { digestOf } from '../digest.ts';
import { bucketOf } from './sample.ts';

/** The table searches read, and the one a rebuild fills. */
export type DocumentTable = 'document' | 'document_next';

const toRow = (document: IndexDocument) => ({
  ...document,
  ...document.words,
  digest: digestOf(document),
  bucket: bucketOf(document.productId),
});

/**
 * Writes documents in one statement. `always` also replaces a document of the same version (its stock or category
 * may differ); what comes from a rebuild's page is older than what an event brought and only fills in.
 */
export const writeDocuments = async (
  tx: Tx,
  table: DocumentTable,
  documents: readonly IndexDocument[],
  replace: 'always' | 'older-only',
): Promise<void> => {
  const target = sql.identifier(table);
  const stale = sql.raw(replace === 'always' ? '<=' : '<');
  await tx.execute(sql`
    insert into ${target} as held (product_id, version, digest, shop_id, category_ids, brand, currency, min_price_minor,
                         max_price_minor, price_range, in_stock, attributes, titles, created_at, search)
    select "productId", version, digest, "shopId",
           array(select jsonb_array_elements_text("categoryIds")), brand, currency, "minPriceMinor", "maxPriceMinor",
           "priceRange", "inStock", array(select jsonb_array_elements_text(attributes)), titles, "createdAt",
           setweight(to_tsvector('vitrina', title), 'A') || setweight(to_tsvector('vitrina', naming), 'B')
             || setweight(to_tsvector('vitrina', filing), 'C') || setweight(to_tsvector('vitrina', telling), 'D')
             || array_to_tsvector(array[bucket])
    from jsonb_to_recordset(${JSON.stringify(documents.map(toRow))}::jsonb) as given (
      "productId" text, version integer, digest text, "shopId" text, "categoryIds" jsonb, brand text, currency text,
      "minPriceMinor" bigint, "maxPriceMinor" bigint, "priceRange" text, "inStock" boolean, attributes jsonb,
      titles jsonb, "createdAt" timestamptz, title text, naming text, filing text, telling text, bucket text)
    order by "productId"
    on conflict (product_id) do update set
      version = excluded.version, digest = excluded.digest, shop_id = excluded.shop_id,
      category_ids = excluded.category_ids, brand = excluded.brand, currency = excluded.currency,
      min_price_minor = excluded.min_price_minor, max_price_minor = excluded.max_price_minor,
      price_range = excluded.price_range, in_stock = excluded.in_stock, attributes = excluded.attributes,
      titles = excluded.titles, created_at = excluded.created_at, search = excluded.search
    where held.version ${stale} excluded.version and held.digest <> excluded.digest`);
};
