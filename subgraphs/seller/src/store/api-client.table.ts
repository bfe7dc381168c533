import { index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { shop } from './shop.table.ts';

/** A program that may act for a shop. Of its key only the SHA-256 is kept: 256 random bits need no salt. */
export const apiClient = pgTable(
  'api_client',
  {
    id: text().primaryKey(),
    shopId: text()
      .notNull()
      .references(() => shop.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    scopes: text().array().notNull(),
    keyHash: text().notNull(),
    keyPrefix: text().notNull(),
    createdBy: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (table) => [uniqueIndex('api_client_key_hash').on(table.keyHash), index('api_client_shop').on(table.shopId)],
);
