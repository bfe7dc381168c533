import type { ProcessedImage } from '@vitrina/platform/images';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { ImageState } from '../domain/image-rules.ts';
import { product } from './product.table.ts';

/**
 * A product's picture and the work on it. `dueAt` says when somebody should work on it: at once for a new one, after the
 * lease of a worker that may have died, later after a failed try; null when nothing is left to do.
 */
export const productImage = pgTable(
  'product_image',
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => product.id),
    shopId: text().notNull(),
    position: integer().notNull(),
    alt: text().notNull(),
    state: text().$type<ImageState>().notNull(),
    failureCode: text(),
    failureMessage: text(),
    /** The upload it came from: attaching it again finds the image. */
    uploadId: text().notNull(),
    /** In the private bucket; kept so that new formats can be rendered. */
    originalKey: text().notNull(),
    /** Of the original, once a worker has read it: from then on its rendered files are in use. */
    sha256: text(),
    image: jsonb().$type<ProcessedImage>(),
    /** True when a program sent it: what people send one by one is rendered before. */
    bulk: boolean().notNull().default(false),
    /** Whose turn it is among those that are due: earliest first (`turnAfter` in domain/image-turns.ts). */
    turn: timestamp({ withTimezone: true }).notNull().defaultNow(),
    dueAt: timestamp({ withTimezone: true }),
    /** Tries of the present stage that were begun. */
    tries: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('product_image_upload').on(table.uploadId),
    index('product_image_order').on(table.productId, table.position, table.id),
    index('product_image_hash').on(table.sha256).where(sql`sha256 is not null`),
    index('product_image_turn').on(table.state, table.turn, table.id).where(sql`due_at is not null`),
    index('product_image_lane').on(table.shopId, table.bulk, table.turn).where(sql`state = 'PROCESSING'`),
    check('product_image_ready_has_image', sql`state <> 'READY' or image is not null`),
    check('product_image_failed_says_why', sql`(state = 'FAILED') = (failure_code is not null)`),
  ],
);

/** Files of deleted images, until a sweep has removed them from the object store. */
export const deletedImage = pgTable('deleted_image', {
  id: text().primaryKey(),
  /** Null when only rendered files are left to remove. */
  originalKey: text(),
  sha256: text(),
  deletedAt: timestamp({ withTimezone: true }).notNull(),
});
