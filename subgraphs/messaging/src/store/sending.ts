import { compiled, statement, type Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { Twin } from '../domain/spam/judge-writing.ts';
import type { ConversationRow } from './conversation.table.ts';
import { lockConversations } from './conversations.ts';
import { type MessageRow, message } from './message.table.ts';
import { type RecentText, recentTexts } from './recent-texts.ts';
import { twinTexts } from './twin-texts.ts';

/** A message before its conversation was looked at: side, number and verdict are decided under the lock. */
export type Sending = Pick<
  MessageRow,
  | 'id'
  | 'conversationId'
  | 'authorId'
  | 'clientMessageId'
  | 'inputHash'
  | 'text'
  | 'fingerprint'
  | 'cardType'
  | 'cardId'
>;

/** What is known once the conversations are locked. */
export interface SendingFacts {
  readonly conversations: readonly ConversationRow[];
  /** Messages that were sent under one of these client ids before. */
  readonly earlier: readonly MessageRow[];
  /** What the authors wrote lately that reads the same as what they write now. */
  readonly twins: readonly Twin[];
  /** What the authors wrote there just before, oldest first, where what they write now may belong to it. */
  readonly recent: readonly RecentText[];
}

/**
 * Locks the conversations and reads what the decisions need, in one round trip: sent together on one connection, the
 * later statements run under the lock and see what was committed before it was given.
 */
export const lockForSending = async (tx: Tx, drafts: readonly Sending[], now: Date): Promise<SendingFacts> => {
  const [conversations, earlier, twins, recent] = await Promise.all([
    lockConversations(tx, [...new Set(drafts.map(({ conversationId }) => conversationId))]),
    earlierMessages(tx, drafts),
    twinTexts(tx, drafts, now),
    recentTexts(tx, drafts, now),
  ]);
  return { conversations, earlier, twins, recent };
};

const underClientIds = compiled((orm) =>
  orm
    .select()
    .from(message)
    .where(
      sql`(${message.authorId}, ${message.conversationId}, ${message.clientMessageId}) in (
        select given->>0, given->>1, given->>2 from jsonb_array_elements(${sql.placeholder('keys')}::jsonb) as given)`,
    ),
);

const earlierMessages = (tx: Tx, drafts: readonly Sending[]): Promise<MessageRow[]> =>
  underClientIds(tx, {
    keys: JSON.stringify(
      drafts.map(({ authorId, conversationId, clientMessageId }) => [authorId, conversationId, clientMessageId]),
    ),
  });

/**
 * Writes new messages and what they change in their conversations, in one statement. The ids stand there twice: without the
 * array Postgres expects a hundred conversations and reads the whole table for them.
 */
export const saveMessages = async (
  tx: Tx,
  messages: readonly MessageRow[],
  conversations: readonly ConversationRow[],
): Promise<void> => {
  await statement(tx)`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(conversations)}::jsonb) as row(
        "id" text, "lastSequence" int, "lastBuyerSequence" int, "lastShopSequence" int, "activeAt" timestamptz)
    ), moved as (
      update conversation set last_sequence = given."lastSequence", last_buyer_sequence = given."lastBuyerSequence",
        last_shop_sequence = given."lastShopSequence", active_at = given."activeAt"
      from given where conversation.id = any(array(select id from given)) and conversation.id = given.id
    )
    insert into message (id, conversation_id, sequence, status, side, author_id, client_message_id, input_hash, text,
      fingerprint, card_type, card_id, attachment_count, reasons, revision, created_at)
    select "id", "conversationId", "sequence", "status", "side", "authorId", "clientMessageId", "inputHash", "text",
      "fingerprint", "cardType", "cardId", "attachmentCount", "reasons", 1, "createdAt"
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as row(
      "id" text, "conversationId" text, "sequence" int, "status" text, "side" text, "authorId" text,
      "clientMessageId" text, "inputHash" text, "text" text, "fingerprint" text, "cardType" text, "cardId" text,
      "attachmentCount" int, "reasons" jsonb, "createdAt" timestamptz)`;
};
