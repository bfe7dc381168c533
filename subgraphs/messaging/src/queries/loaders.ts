import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Side } from '../domain/sides.ts';
import type { Services } from '../services.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { type ListChangeRow, listChange } from '../store/list-change.table.ts';
import { type MessageRow, message } from '../store/message.table.ts';

type Loader<V> = LoaderDefinition<Services, string, V>;

export const conversationById: Loader<ConversationRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(conversation)
      .where(inArray(conversation.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** What changed of each conversation in lists although nothing was written. */
export const listChangeOf: Loader<ListChangeRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(listChange)
      .where(inArray(listChange.conversationId, [...ids])),
  keyOf: ({ conversationId }) => conversationId,
};

export const messageById: Loader<MessageRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(message)
      .where(inArray(message.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** The last message of each conversation. */
export const lastMessageOf: Loader<MessageRow> = {
  load: async ({ database }, ids) => {
    const rows = await database.orm
      .select({ message })
      .from(conversation)
      .innerJoin(
        message,
        and(eq(message.conversationId, conversation.id), eq(message.sequence, conversation.lastSequence)),
      )
      .where(inArray(conversation.id, [...ids]));
    return rows.map((row) => row.message);
  },
  keyOf: ({ conversationId }) => conversationId,
};

interface Unread {
  readonly conversationId: string;
  readonly count: number;
}

/** How many messages of the other side stand after a side's read mark: one query for a whole page of conversations. */
const unreadBy = (side: Side): Loader<Unread> => ({
  load: ({ database }, ids) =>
    database.orm
      .select({ conversationId: conversation.id, count: sql<number>`count(*)::int` })
      .from(conversation)
      .innerJoin(
        message,
        and(
          eq(message.conversationId, conversation.id),
          gt(message.sequence, side === 'BUYER' ? conversation.buyerRead : conversation.shopRead),
          eq(message.side, side === 'BUYER' ? 'SHOP' : 'BUYER'),
        ),
      )
      .where(inArray(conversation.id, [...ids]))
      .groupBy(conversation.id),
  keyOf: ({ conversationId }) => conversationId,
});

export const unreadOf = { BUYER: unreadBy('BUYER'), SHOP: unreadBy('SHOP') } as const;
