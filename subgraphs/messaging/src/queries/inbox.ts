import type { Database } from '@vitrina/platform/database';
import type { Page } from '@vitrina/platform/pagination';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Side } from '../domain/sides.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { timeKey } from './cursor-keys.ts';

/** Newest activity first; the id decides between equals. */
export type InboxKey = readonly [activeAt: string, id: string];
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

const pageOf = (
  database: Database,
  where: SQL | undefined,
  { limit, direction, cursor }: Page<InboxKey>,
): Promise<ConversationRow[]> => {
  const { activeAt, id } = conversation;
  const forward = direction === 'forward';
  const beyond = forward ? lt : gt;
  const order = forward ? desc : asc;
  const last = cursor && timeKey(cursor);
  return database.orm
    .select()
    .from(conversation)
    .where(and(where, last && or(beyond(activeAt, last.at), and(eq(activeAt, last.at), beyond(id, last.id)))))
    .orderBy(order(activeAt), order(id))
    .limit(limit + 1);
};

/** The key of a conversation in these lists. */
export const inboxKeyOf = ({ activeAt, id }: ConversationRow): InboxKey => [activeAt.toISOString(), id];

/** A page of a shop's inbox. */
export const inboxOf = (database: Database, shopId: string, filter: Filter, page: Page<InboxKey>) =>
  pageOf(database, inShop(shopId, filter), page);
export const countInbox = (database: Database, shopId: string, filter: Filter): Promise<number> =>
  database.orm.$count(conversation, inShop(shopId, filter));

/** A page of a buyer's conversations. */
export const conversationsOf = (database: Database, buyerId: string, filter: Filter, page: Page<InboxKey>) =>
  pageOf(database, ofBuyer(buyerId, filter), page);
export const countConversations = (database: Database, buyerId: string, filter: Filter): Promise<number> =>
  database.orm.$count(conversation, ofBuyer(buyerId, filter));
