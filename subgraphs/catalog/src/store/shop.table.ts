import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * What this context has to know of a shop: whether its goods may be shown, and when it wants to hear of low stock.
 * Learned from seller (asked when first needed and whenever an event says it changed). Its row is also the lock under which a shop's goods are written.
 */
export const shop = pgTable('shop', {
  id: text().primaryKey(),
  status: text().$type<'active' | 'closed'>().notNull(),
  lowStockThreshold: integer().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
});
