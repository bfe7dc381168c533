import { sql } from 'drizzle-orm';
import { bigint, index, text, timestamp } from 'drizzle-orm/pg-core';
import { kit } from './outbox.table.ts';

/** A file somebody was allowed to send. The bytes are in the private bucket; that they arrived is read there, not here. */
export const upload = kit.table(
  'upload',
  {
    id: text().primaryKey(),
    purpose: text().notNull(),
    actorId: text().notNull(),
    subjectId: text().notNull(),
    fileName: text().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    accepts: text().array().notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** Set by whoever used it: the object is theirs from then on. */
    claimedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('upload_abandoned').on(table.expiresAt).where(sql`claimed_at is null`),
    index('upload_claimed').on(table.claimedAt).where(sql`claimed_at is not null`),
  ],
);
