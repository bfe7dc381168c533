import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { isFragment, maxFragments } from '../domain/spam/fragments.ts';
import type { MessageRow } from './message.table.ts';

/** What an author wrote in a conversation a moment ago. */
export interface RecentText extends Record<string, unknown> {
  readonly authorId: string;
  readonly conversationId: string;
  readonly text: string;
}

/** Who spreads a number over several messages does so at once. */
const withinMs = 600_000;
/** The other side may have said something in between. */
const lookedAt = maxFragments * 2;
/** True for a text a person or moderation had before them; an edit since then was not. */
const isDecided = sql`(moderated_at is not null and (edited_at is null or edited_at <= moderated_at))`;

/**
 * What the authors of these drafts wrote just before in the same conversations, oldest first. Looked up only for drafts that
 * may be parts of something; without any, no query is sent. What moderation let through was judged whole and is no part, as
 * long as it says the same.
 */
export const recentTexts = async (tx: Tx, drafts: readonly RecentText[], now: Date): Promise<readonly RecentText[]> => {
  const parts = drafts.filter(({ text }) => isFragment(text));
  if (parts.length === 0) return [];
  const places = [
    ...new Map(
      parts.map(({ authorId, conversationId }) => [`${authorId} ${conversationId}`, { authorId, conversationId }]),
    ).values(),
  ];
  return tx.execute<RecentText>(sql`
    select given."authorId", given."conversationId", latest.text
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as given("authorId" text, "conversationId" text)
    cross join lateral (
      select author_id, sequence, text, coalesce(edited_at, created_at) as said_at, ${isDecided} as decided from message
      where conversation_id = given."conversationId" and sequence is not null
      order by sequence desc limit ${lookedAt}
    ) as latest
    where latest.author_id = given."authorId" and latest.text <> '' and not latest.decided
      and latest.said_at > ${new Date(now.getTime() - withinMs).toISOString()}::timestamptz
    order by latest.sequence`);
};

/**
 * What an author's texts in a conversation would be, in their order, if one of them were another: an edit may put together
 * what was sent apart, as its first part or its last. Empty when that text is no part of anything, or was written too long
 * ago to be read together with others.
 */
export const textsAround = async (
  tx: Tx,
  { id, authorId, conversationId }: Pick<MessageRow, 'id' | 'authorId' | 'conversationId'>,
  text: string,
  now: Date,
): Promise<{ readonly texts: readonly string[]; readonly at: number }> => {
  if (!isFragment(text)) return { texts: [], at: -1 };
  const rows = await tx.execute<{ id: string; text: string }>(sql`
    select latest.id, latest.text from (
      select id, author_id, sequence, text, coalesce(edited_at, created_at) as said_at, ${isDecided} as decided from message
      where conversation_id = ${conversationId} and sequence is not null
      order by sequence desc limit ${lookedAt}
    ) as latest
    where latest.author_id = ${authorId} and (latest.id = ${id} or (latest.text <> '' and not latest.decided
      and latest.said_at > ${new Date(now.getTime() - withinMs).toISOString()}::timestamptz))
    order by latest.sequence`);
  return { texts: rows.map((row) => (row.id === id ? text : row.text)), at: rows.findIndex((row) => row.id === id) };
};
