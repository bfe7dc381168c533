import type { RecentRows, RecentStore } from '@vitrina/platform/recent';
import type { ConversationRow } from './conversation.table.ts';
import { type MessageView, revived } from './message-view.ts';

/** How many messages of a conversation are kept near: a page, and what a tunnel swallows. */
export const keptPerConversation = 60;

/** The last messages of conversations, near at hand. */
export type RecentMessages = RecentRows<MessageView>;

type Place = Pick<ConversationRow, 'id' | 'edits'>;

/** An edit raises the generation in its transaction, so messages remembered before it are never read again. */
export const placeOf = ({ id, edits }: Place): string => `${id}:${edits}`;

/** Opens the memory of recent messages; how far both sides are is not part of it, because that changes all the time. */
export const openRecentMessages = (store: RecentStore): RecentMessages =>
  store.rows<MessageView>('messages', { rowsPerKey: keptPerConversation, ttlSeconds: 900, revive: revived });

/** What is remembered of messages that have a number. */
export const rememberable = (row: Place, messages: readonly MessageView[]) =>
  messages.flatMap((message) =>
    message.sequence === null ? [] : [{ key: placeOf(row), position: message.sequence, row: message }],
  );
