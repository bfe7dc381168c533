import type { Database } from '@vitrina/platform/database';
import type { Page } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { type MessageRow, message } from '../store/message.table.ts';
import { type MessageView, toView } from '../store/message-view.ts';
import { keptPerConversation, placeOf, rememberable } from '../store/recent-messages.ts';

/** A page of messages is cut out of their numbers, which have no gaps: from which one (exclusive) to which (inclusive). */
export const rangeOf = (
  { limit, direction, cursor }: Page<HistoryKey>,
  lastSequence: number,
): { readonly after: number; readonly upTo: number } => {
  if (direction === 'forward') {
    const after = cursor?.[0] ?? 0;
    return { after, upTo: Math.min(lastSequence, after + limit + 1) };
  }
  const upTo = Math.min(lastSequence, (cursor?.[0] ?? lastSequence + 1) - 1);
  return { after: Math.max(0, upTo - limit - 1), upTo };
};

export type HistoryKey = readonly [sequence: number];

/** Messages with all words of a query, in any form: the Russian configuration reduces English words by English rules. */
export const saying = (query: string): SQL =>
  sql`to_tsvector('russian', ${message.text}) @@ websearch_to_tsquery('russian', ${query})`;

/** A page of a conversation, oldest first. Held messages have no place in it. */
export const historyOf = (
  database: Database,
  conversationId: string,
  { limit, direction, cursor }: Page<HistoryKey>,
  search: string | null,
): Promise<MessageRow[]> => {
  const forward = direction === 'forward';
  const last = cursor?.[0];
  return database.orm
    .select()
    .from(message)
    .where(
      and(
        eq(message.conversationId, conversationId),
        isNotNull(message.sequence),
        search === null ? undefined : saying(search),
        last === undefined ? undefined : forward ? gt(message.sequence, last) : lt(message.sequence, last),
      ),
    )
    .orderBy(forward ? asc(message.sequence) : desc(message.sequence))
    .limit(limit + 1);
};

/**
 * The same without a search, out of the memory of recent messages when the whole page is there. The end of a conversation is
 * what everybody reads, so what had to be read of it is remembered.
 */
export const pageOf = async (
  { database, recent }: Pick<Ports, 'database' | 'recent'>,
  row: ConversationRow,
  page: Page<HistoryKey>,
): Promise<readonly MessageView[]> => {
  const { after, upTo } = rangeOf(page, row.lastSequence);
  const isNear = upTo > after && after >= row.lastSequence - keptPerConversation;
  const near = isNear ? await recent.read(placeOf(row), after, upTo) : undefined;
  if (near) return page.direction === 'forward' ? near : [...near].reverse();
  const rows = await historyOf(database, row.id, page, null);
  if (isNear) void recent.add(rememberable(row, rows.map(toView)));
  return rows;
};

/** The messages that follow a number, in order; at most `limit`. */
export const messagesAfter = (
  database: Database,
  conversationId: string,
  sequence: number,
  limit: number,
): Promise<MessageRow[]> =>
  database.orm
    .select()
    .from(message)
    .where(and(eq(message.conversationId, conversationId), gt(message.sequence, sequence)))
    .orderBy(asc(message.sequence))
    .limit(limit);

/** A changed message and the number of its last change. */
export interface Change {
  readonly messageId: string;
  readonly edit: number;
}

/**
 * The messages of a conversation whose last change came after one, in the order of their changes. Those without a place
 * are told to their author, and to support (`readerId` null), alone.
 */
export const changedAfter = (
  database: Database,
  conversationId: string,
  after: number,
  readerId: string | null,
  limit: number,
): Promise<Change[]> =>
  database.orm
    .select({ messageId: message.id, edit: message.edit })
    .from(message)
    .where(
      and(
        eq(message.conversationId, conversationId),
        gt(message.edit, Math.max(0, after)),
        readerId === null ? undefined : or(isNotNull(message.sequence), eq(message.authorId, readerId)),
      ),
    )
    .orderBy(asc(message.edit))
    .limit(limit);
