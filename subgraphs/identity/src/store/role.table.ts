import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { userAccount } from './user.table.ts';

/** What a role allows: roles are data, so a new capability is a row. `market` roles give scopes, `shop` roles capabilities. */
export const roleCapability = pgTable(
  'role_capability',
  {
    reach: text({ enum: ['market', 'shop'] }).notNull(),
    role: text().notNull(),
    capability: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reach, table.role, table.capability] })],
);

/** A role somebody holds: market-wide without a shop, in one shop otherwise. One role per person and shop. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => userAccount.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    shopId: text(),
    /** Who gave it: a user id, or the name of a context. */
    grantedBy: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('role_grant_user').on(table.userId),
    uniqueIndex('role_grant_in_shop').on(table.userId, table.shopId).where(sql`${table.shopId} is not null`),
    uniqueIndex('role_grant_in_market').on(table.userId, table.role).where(sql`${table.shopId} is null`),
    index('role_grant_market_role').on(table.role).where(sql`${table.shopId} is null`),
  ],
);
