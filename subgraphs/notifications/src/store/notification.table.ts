import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';

/** How many notifications a person has had; its row lock gives them their sequence. */
export const feed = pgTable('feed', {
  userId: text().primaryKey(),
  lastSequence: integer().notNull(),
});

/** One message in the app. The text is not stored: it is made from `kind` and `params` in the reader's language. */
export const notification = pgTable(
  'notification',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    sequence: integer().notNull(),
    category: text().notNull(),
    kind: text().notNull(),
    params: jsonb().notNull(),
    subjectId: text(),
    /** One event tells one person once. */
    eventId: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    readAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // A shop's people have thousands of them, of which a few are unread, and every page asks how many.
    index('notification_unread').on(table.userId, table.sequence).where(sql`read_at is null`),
    index('notification_age').using('brin', table.createdAt),
    unique('notification_sequence').on(table.userId, table.sequence),
    unique('notification_event').on(table.eventId, table.userId, table.kind),
  ],
);
