import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { userAccount } from './user.table.ts';

/** A refresh token that was exchanged a moment ago. */
export interface RetiredToken {
  readonly hash: string;
  /** ISO 8601. */
  readonly rotatedAt: string;
}

/**
 * One signed-in device and its family of refresh tokens. No token is stored: `currentTokenHash` recognises the living
 * one, and with `rotationKey` the successor can be computed from a presented token, but no token from the row alone.
 */
export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => userAccount.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    userAgent: text().notNull(),
    ip: text().notNull(),
    rotationKey: text().notNull(),
    currentTokenHash: text().notNull(),
    recentlyRetired: jsonb().$type<readonly RetiredToken[]>().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    lastSeenAt: timestamp({ withTimezone: true }).notNull(),
    /** End of the idle lifetime; moves with each refresh, never past `absoluteExpiresAt`. */
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    absoluteExpiresAt: timestamp({ withTimezone: true }).notNull(),
    revokedAt: timestamp({ withTimezone: true }),
    revokeReason: text({ enum: ['signed_out', 'revoked', 'token_reuse', 'password_reset'] }),
  },
  (table) => [index('session_user').on(table.userId, table.lastSeenAt), index('session_expires').on(table.expiresAt)],
);
