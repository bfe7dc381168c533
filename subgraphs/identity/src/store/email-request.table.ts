import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { userAccount } from './user.table.ts';

/** A mail with a secret link that somebody asked for. The secret is made when the mail is sent; only its hash is kept. */
export const emailRequest = pgTable(
  'email_request',
  {
    id: text().primaryKey(),
    /** Absent for a reset asked for an unknown address: such a row only makes both cases do the same work. */
    userId: text().references(() => userAccount.id, { onDelete: 'cascade' }),
    purpose: text({ enum: ['VERIFY_EMAIL', 'RESET_PASSWORD'] }).notNull(),
    email: text().notNull(),
    secretHash: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index('email_request_user').on(table.userId), index('email_request_expires').on(table.expiresAt)],
);
