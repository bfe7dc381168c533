import type { ProcessedImage } from '@vitrina/platform/images';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { LandingDocument } from '../domain/landing-document.ts';

/** A landing page: its address, its draft, and which of its versions is published. */
export const landing = pgTable(
  'landing',
  {
    id: text().primaryKey(),
    shopId: text().notNull(),
    /** The address it has now; `landing_slug` keeps it from being anybody else's. */
    slug: text().notNull(),
    locale: text().notNull(),
    draft: jsonb().$type<LandingDocument>().notNull(),
    /** Null while nothing is published. */
    publishedVersion: integer(),
    publishedAt: timestamp({ withTimezone: true }),
    version: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    // Keyset pages run over ids, which sort by time in the C collation.
    index('landing_of_shop').on(table.shopId, sql`${table.id} collate "C"`),
  ],
);

/** A page as it was published; never changed afterwards. */
export const landingVersion = pgTable(
  'landing_version',
  {
    landingId: text()
      .notNull()
      .references(() => landing.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    document: jsonb().$type<LandingDocument>().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    publishedBy: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.landingId, table.number] })],
);

/** Every address a page has or had: an old one leads to the page and is nobody else's. */
export const landingSlug = pgTable(
  'landing_slug',
  {
    slug: text().primaryKey(),
    landingId: text()
      .notNull()
      .references(() => landing.id, { onDelete: 'cascade' }),
  },
  (table) => [index('landing_slug_of_landing').on(table.landingId)],
);

/** A picture uploaded for a page. */
export const landingImage = pgTable(
  'landing_image',
  {
    id: text().primaryKey(),
    landingId: text()
      .notNull()
      .references(() => landing.id, { onDelete: 'cascade' }),
    alt: text().notNull(),
    /** Key of the original in the private bucket. */
    originalKey: text().notNull(),
    state: text({ enum: ['PROCESSING', 'READY', 'FAILED'] }).notNull(),
    /** What the pipeline made; null while it is at work. */
    image: jsonb().$type<ProcessedImage>(),
    /** Code of the refusal when it failed. */
    failureCode: text(),
    attempts: integer().notNull(),
    /** When the work is (again) due; null once it has ended. */
    dueAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('landing_image_of_landing').on(table.landingId),
    index('landing_image_hash').on(sql`(${table.image} ->> 'sha256')`),
    index('landing_image_due').on(table.dueAt).where(sql`${table.dueAt} is not null`),
  ],
);
