import { sql } from 'drizzle-orm';
import { jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** Keys of access tokens: one signs, the next is already published, retired ones are published until their tokens are gone. */
export const signingKey = pgTable(
  'signing_key',
  {
    kid: text().primaryKey(),
    state: text({ enum: ['next', 'current', 'retired'] }).notNull(),
    publicJwk: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The private JWK, sealed when a key secret is configured: see credentials/private-key-box.ts. */
    sealedPrivateJwk: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    activatedAt: timestamp({ withTimezone: true }),
    retiredAt: timestamp({ withTimezone: true }),
  },
  (table) => [uniqueIndex('signing_key_one_living').on(table.state).where(sql`${table.state} <> 'retired'`)],
);
