import type { ProcessedImage } from '@vitrina/platform/images';
import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { video } from './video.table.ts';

const ofVideo = () =>
  text()
    .notNull()
    .references(() => video.id, { onDelete: 'cascade' });

/** A quality that can be played, as the playlists name it. */
export const rendition = pgTable(
  'rendition',
  {
    id: text().primaryKey(),
    videoId: ofVideo(),
    name: text().notNull(),
    width: integer(),
    height: integer(),
    bandwidth: integer().notNull(),
    codecs: text().notNull(),
    /** 0 is the best. */
    position: integer().notNull(),
  },
  (table) => [uniqueIndex('rendition_name').on(table.videoId, table.name)],
);

/** A still. Candidates have a place in the order of quality; one taken by hand has none, and no image until it is made. */
export const thumbnail = pgTable(
  'thumbnail',
  {
    id: text().primaryKey(),
    videoId: ofVideo(),
    atSeconds: doublePrecision().notNull(),
    position: integer(),
    image: jsonb().$type<ProcessedImage>(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('thumbnail_video').on(table.videoId, table.position),
    index('thumbnail_unmade').on(table.createdAt).where(sql`image is null`),
  ],
);

/** Words of a video; another text has another file, so addresses are immutable. */
export const caption = pgTable(
  'caption',
  {
    videoId: ofVideo(),
    language: text().notNull(),
    label: text().notNull(),
    /** Below the video's folder. */
    file: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.videoId, table.language] })],
);

/** A product pointed at in a video. */
export const productTag = pgTable(
  'product_tag',
  {
    id: text().primaryKey(),
    videoId: ofVideo(),
    productId: text().notNull(),
    variantId: text(),
    startSeconds: doublePrecision().notNull(),
    endSeconds: doublePrecision().notNull(),
    x: doublePrecision(),
    y: doublePrecision(),
  },
  (table) => [
    index('product_tag_video').on(table.videoId, table.startSeconds, table.id),
    index('product_tag_product').on(table.productId, table.videoId),
  ],
);

export type RenditionRow = typeof rendition.$inferSelect;
export type ThumbnailRow = typeof thumbnail.$inferSelect;
export type CaptionRow = typeof caption.$inferSelect;
export type ProductTagRow = typeof productTag.$inferSelect;
