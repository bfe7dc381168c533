import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { conversation } from './conversation.table.ts';

/**
 * When lists showed something else of a conversation last although nothing new was written in it: it was read, its last
 * message changed, it was blocked. A table of its own, so that moving a mark leaves the indexes of conversations alone.
 */
export const listChange = pgTable(
  'list_change',
  {
    conversationId: text()
      .primaryKey()
      .references(() => conversation.id),
    /** As in the conversation, because lists are looked through by them. */
    shopId: text().notNull(),
    buyerId: text().notNull(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('list_change_inbox').on(table.shopId, table.changedAt, table.conversationId),
    index('list_change_buyer').on(table.buyerId, table.changedAt, table.conversationId),
  ],
);

export type ListChangeRow = typeof listChange.$inferSelect;
