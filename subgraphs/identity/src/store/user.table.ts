import { pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** A person with an account. `user` is a reserved word in SQL, hence the longer name. */
export const userAccount = pgTable(
  'user_account',
  {
    id: text().primaryKey(),
    /** Normalised: see domain/email.ts. */
    email: text().notNull(),
    emailVerifiedAt: timestamp({ withTimezone: true }),
    displayName: text().notNull(),
    locale: text().notNull(),
    /** argon2id in PHC form, parameters included. */
    passwordHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex('user_account_email').on(table.email)],
);
