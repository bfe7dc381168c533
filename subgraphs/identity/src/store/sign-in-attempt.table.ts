import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Failures in a row of one account, apart for devices it has signed in from before. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    /** SHA-256 of the address and, for a known device, of the device. */
    key: text().primaryKey(),
    failures: integer().notNull(),
    nextTryAt: timestamp({ withTimezone: true }).notNull(),
    lastTriedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index('sign_in_attempt_last_tried').on(table.lastTriedAt)],
);
