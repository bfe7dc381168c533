import type { Database } from '@vitrina/platform/database';
import type { Page } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { type MessageRow, message } from '../store/message.table.ts';

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
  return database.orm
    .select()
    .from(message)
    .where(
      and(
        eq(message.conversationId, conversationId),
        isNotNull(message.sequence),
        search === null ? undefined : saying(search),
        cursor && (forward ? gt(message.sequence, cursor[0]) : lt(message.sequence, cursor[0])),
      ),
    )
    .orderBy(forward ? asc(message.sequence) : desc(message.sequence))
    .limit(limit + 1);
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
