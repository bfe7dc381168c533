import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const at = () => timestamp({ withTimezone: true });
const mark = () => integer().notNull().default(0);

/**
 * A buyer and a shop about one subject. Its row is the lock under which messages get their numbers, so a conversation's
 * sequence has no gaps and its commits come in the order of the numbers.
 */
export const conversation = pgTable(
  'conversation',
  {
    id: text().primaryKey(),
    shopId: text().notNull(),
    buyerId: text().notNull(),
    /** The id of the order or product it is about. */
    subject: text().notNull(),
    productId: text(),
    orderId: text(),
    /** The number given last; the next message gets the one after it. */
    lastSequence: mark(),
    /** Numbers of the last message of each side. */
    lastBuyerSequence: mark(),
    lastShopSequence: mark(),
    /** Counts changes of messages (see `message.edit`): what was remembered before one is not read any more. */
    edits: mark(),
    buyerRead: mark(),
    buyerDelivered: mark(),
    shopRead: mark(),
    shopDelivered: mark(),
    /** When the buyer blocked the shop, and the shop the buyer; the same in all conversations of the two. */
    blockedByBuyerAt: at(),
    blockedByShopAt: at(),
    createdAt: at().notNull(),
    activeAt: at().notNull(),
  },
  (table) => [
    uniqueIndex('conversation_subject').on(table.buyerId, table.shopId, table.subject),
    index('conversation_inbox').on(table.shopId, table.activeAt, table.id).where(sql`last_sequence > 0`),
    index('conversation_buyer').on(table.buyerId, table.activeAt, table.id).where(sql`last_sequence > 0`),
  ],
);

export type ConversationRow = typeof conversation.$inferSelect;
