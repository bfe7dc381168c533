import type { Database } from '@vitrina/platform/database';
import type { Page, TimeKey } from '@vitrina/platform/pagination';
import { lookupKey } from '@vitrina/platform/text';
import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Side } from '../domain/sides.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { byTime } from './by-time.ts';

export type Filter = 'ALL' | 'UNREAD' | 'UNANSWERED' | 'BLOCKED';

const filtered = (filter: Filter, side: Side): SQL | undefined => {
  switch (filter) {
    case 'ALL':
      return undefined;
    case 'UNREAD':
      return side === 'SHOP'
        ? gt(conversation.lastBuyerSequence, conversation.shopRead)
        : gt(conversation.lastShopSequence, conversation.buyerRead);
    case 'UNANSWERED':
      return gt(conversation.lastBuyerSequence, conversation.lastShopSequence);
    case 'BLOCKED':
      return sql`(${conversation.blockedByBuyerAt} is not null or ${conversation.blockedByShopAt} is not null)`;
  }
};

/** Conversations nobody has written in are not shown to anybody. */
const begun = sql`${conversation.lastSequence} > 0`;

const inShop = (shopId: string, filter: Filter) =>
  and(eq(conversation.shopId, lookupKey(shopId)), begun, filtered(filter, 'SHOP'));
const ofBuyer = (buyerId: string, filter: Filter) =>
  and(eq(conversation.buyerId, buyerId), begun, filtered(filter, 'BUYER'));

const pageOf = (database: Database, where: SQL | undefined, page: Page<TimeKey>): Promise<ConversationRow[]> => {
  const { activeAt: at, id } = conversation;
  const { after, order } = byTime({ at, id }, 'NEWEST', page);
  return database.orm
    .select()
    .from(conversation)
    .where(and(where, after))
    .orderBy(...order)
    .limit(page.limit + 1);
};

/** The key of a conversation in these lists: newest activity first, the id decides between equals. */
export const inboxKeyOf = ({ activeAt, id }: ConversationRow) => [activeAt.toISOString(), id] as const;

/** A page of a shop's inbox. */
export const inboxOf = (database: Database, shopId: string, filter: Filter, page: Page<TimeKey>) =>
  pageOf(database, inShop(shopId, filter), page);
export const countInbox = (database: Database, shopId: string, filter: Filter): Promise<number> =>
  database.orm.$count(conversation, inShop(shopId, filter));

/** A page of a buyer's conversations. */
export const conversationsOf = (database: Database, buyerId: string, filter: Filter, page: Page<TimeKey>) =>
  pageOf(database, ofBuyer(buyerId, filter), page);
export const countConversations = (database: Database, buyerId: string, filter: Filter): Promise<number> =>
  database.orm.$count(conversation, ofBuyer(buyerId, filter));
