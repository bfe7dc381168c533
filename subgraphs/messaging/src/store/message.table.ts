import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Side } from '../domain/sides.ts';
import { conversation } from './conversation.table.ts';

const at = () => timestamp({ withTimezone: true });

/** A message. Unless it is held, it has its number from the transaction that made it visible. */
export const message = pgTable(
  'message',
  {
    id: text().primaryKey(),
    conversationId: text()
      .notNull()
      .references(() => conversation.id),
    /** Null while it is not visible to the other side. */
    sequence: integer(),
    /** `WITHHELD` is a held one that moderation did not let through. */
    status: text().$type<'SENT' | 'HELD' | 'WITHHELD'>().notNull(),
    side: text().$type<Side>().notNull(),
    /** A person (`usr_…`) or an API client (`key_…`). */
    authorId: text().notNull(),
    clientMessageId: text().notNull(),
    /** SHA-256 of what was sent under `clientMessageId`: a retry says the same. */
    inputHash: text().notNull(),
    /** Empty once it is deleted. */
    text: text().notNull(),
    /** Equal for texts that read the same, empty for short ones: how floods are found. */
    fingerprint: text().notNull().default(''),
    cardType: text().$type<'ORDER' | 'PRODUCT'>(),
    cardId: text(),
    /** How many files belong to it: none is the rule, and then nothing is looked for. */
    attachmentCount: integer().notNull().default(0),
    /** What the contact filter found, for moderators. */
    reasons: jsonb().$type<readonly string[]>(),
    /** When moderation said its last word about it; an older word changes nothing. */
    moderatedAt: at(),
    /** What moderation says to the author. */
    moderationNote: text(),
    /** The text of a message that moderation took down; null otherwise. */
    takenDownText: text(),
    revision: integer().notNull().default(1),
    /** `conversation.edits` as this message's last change left it, 0 for never changed: what is missed is found by it. */
    edit: integer().notNull().default(0),
    createdAt: at().notNull(),
    editedAt: at(),
    deletedAt: at(),
  },
  (table) => [
    uniqueIndex('message_sequence').on(table.conversationId, table.sequence),
    uniqueIndex('message_client_id').on(table.authorId, table.conversationId, table.clientMessageId),
    index('message_fingerprint').on(table.authorId, table.fingerprint, table.createdAt).where(sql`fingerprint <> ''`),
    index('message_words').using('gin', sql`to_tsvector('russian', text)`),
    index('message_held').on(table.conversationId, table.authorId).where(sql`status <> 'SENT'`),
    index('message_to_decide').on(table.createdAt, table.id).where(sql`status = 'HELD' and deleted_at is null`),
    index('message_edit').on(table.conversationId, table.edit).where(sql`edit > 0`),
    check('message_number', sql`(status = 'SENT') = (sequence is not null)`),
  ],
);

export type MessageRow = typeof message.$inferSelect;
