import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { AttachmentKind, AttachmentState } from '../domain/attachment-rules.ts';
import { message } from './message.table.ts';

const at = () => timestamp({ withTimezone: true });

/**
 * A file of a message. Of pictures only what was rendered anew is shown (without the place they were taken at), so the
 * original goes once that is there; of other files the original is what there is.
 */
export const messageAttachment = pgTable(
  'message_attachment',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => message.id),
    position: integer().notNull(),
    /** The upload it came from; one upload belongs to one message. */
    uploadId: text().notNull(),
    kind: text().$type<AttachmentKind>().notNull(),
    state: text().$type<AttachmentState>().notNull(),
    fileName: text().notNull(),
    contentType: text().notNull(),
    sizeBytes: integer().notNull(),
    /** In the private bucket; null once a picture was rendered. */
    originalKey: text(),
    width: integer(),
    height: integer(),
    thumbhash: text(),
    dominantColor: text(),
    failureCode: text(),
    failureMessage: text(),
    /** When somebody should work on it: at once, after a dead worker's lease, or after a pause; null for never. */
    dueAt: at(),
    tries: integer().notNull().default(0),
    createdAt: at().notNull(),
  },
  (table) => [
    unique('message_attachment_upload').on(table.uploadId),
    index('message_attachment_order').on(table.messageId, table.position),
    index('message_attachment_due').on(table.dueAt).where(sql`due_at is not null`),
  ],
);

export type AttachmentRow = typeof messageAttachment.$inferSelect;

/** Objects nobody names any more, until a sweep has deleted them. A key that ends with `/` means all below it. */
export const discardedObject = pgTable(
  'discarded_object',
  {
    id: text().primaryKey(),
    key: text().notNull(),
    dueAt: at().notNull(),
    /** A worker that was busy when it was discarded is done by then: the last look finds what it still wrote. */
    lastDueAt: at().notNull(),
  },
  (table) => [index('discarded_object_due').on(table.dueAt)],
);
