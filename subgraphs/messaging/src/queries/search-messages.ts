import type { Database } from '@vitrina/platform/database';
import type { Page } from '@vitrina/platform/pagination';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, desc, eq, gt, isNotNull, lt } from 'drizzle-orm';
import { conversation } from '../store/conversation.table.ts';
import { type MessageRow, message } from '../store/message.table.ts';
import { saying } from './history.ts';
import type { InboxOwner } from './list-places.ts';

export type SearchKey = readonly [id: string];

/** Messages with these words in all conversations of a shop or a buyer, newest first: ids sort by time. */
export const searchIn = async (
  database: Database,
  owner: InboxOwner,
  query: string,
  { limit, direction, cursor }: Page<SearchKey>,
): Promise<MessageRow[]> => {
  const forward = direction === 'forward';
  const last = cursor?.[0];
  const mine =
    'shopId' in owner ? eq(conversation.shopId, lookupKey(owner.shopId)) : eq(conversation.buyerId, owner.buyerId);
  const rows = await database.orm
    .select({ message })
    .from(message)
    .innerJoin(conversation, eq(conversation.id, message.conversationId))
    .where(
      and(
        mine,
        isNotNull(message.sequence),
        saying(query),
        last === undefined ? undefined : forward ? lt(message.id, last) : gt(message.id, last),
      ),
    )
    .orderBy(forward ? desc(message.id) : asc(message.id))
    .limit(limit + 1);
  return rows.map((row) => row.message);
};
