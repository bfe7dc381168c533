import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { LocalisedText } from '../domain/localised-text.ts';
import type { AttributeValue, OptionAxis, ProductStatus } from '../domain/product.ts';
import { category } from './category.table.ts';
import { shop } from './shop.table.ts';

/**
 * A product is read and written whole, so what nothing joins, locks or filters by (texts, axes, attribute values) lives
 * in its row as JSON; what does (variants, stock, category, status) has columns and tables of its own.
 */
export const product = pgTable(
  'product',
  {
    id: text().primaryKey(),
    shopId: text()
      .notNull()
      .references(() => shop.id),
    externalId: text().notNull(),
    status: text().$type<ProductStatus>().notNull(),
    categoryId: text()
      .notNull()
      .references(() => category.id),
    titles: jsonb().$type<LocalisedText>().notNull(),
    descriptions: jsonb().$type<LocalisedText>().notNull(),
    brand: text(),
    gtin: text(),
    attributes: jsonb().$type<AttributeValue[]>().notNull(),
    options: jsonb().$type<OptionAxis[]>().notNull(),
    currency: text().notNull(),
    taxCategory: text().notNull(),
    /** Lowest and highest price of the live variants, so that lists need not read variants. */
    minPriceMinor: bigint({ mode: 'bigint' }).notNull(),
    maxPriceMinor: bigint({ mode: 'bigint' }).notNull(),
    variantCount: integer().notNull(),
    version: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('product_shop_external_id').on(table.shopId, table.externalId),
    index('product_shop_keyset').on(table.shopId, table.id),
    index('product_shop_status_keyset').on(table.shopId, table.status, table.id),
    index('product_category_keyset').on(table.categoryId, table.id),
    index('product_category_active_keyset').on(table.categoryId, table.id).where(sql`status = 'ACTIVE'`),
  ],
);

/** A variant is never deleted: orders refer to it. One that left its product carries `removedAt`. */
export const variant = pgTable(
  'variant',
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => product.id),
    shopId: text().notNull(),
    sku: text().notNull(),
    position: integer().notNull(),
    options: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    priceMinor: bigint({ mode: 'bigint' }).notNull(),
    lowStockThreshold: integer(),
    removedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('variant_product_sku').on(table.productId, table.sku),
    uniqueIndex('variant_shop_sku').on(table.shopId, table.sku).where(sql`removed_at is null`),
    index('variant_product_position').on(table.productId, table.position, table.id).where(sql`removed_at is null`),
    check('variant_price_positive', sql`price_minor > 0`),
  ],
);
