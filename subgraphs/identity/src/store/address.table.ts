import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { userAccount } from './user.table.ts';

/** The address book. */
export const savedAddress = pgTable(
  'saved_address',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => userAccount.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text(),
    city: text().notNull(),
    region: text(),
    postalCode: text(),
    country: text().notNull(),
    phone: text(),
    isDefault: boolean().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('saved_address_user').on(table.userId),
    uniqueIndex('saved_address_one_default').on(table.userId).where(sql`${table.isDefault}`),
  ],
);
