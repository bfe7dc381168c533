import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { shop } from './shop.table.ts';

/** Who works in a shop. The row is what should be; `grantedRole` is what identity has confirmed since then. */
export const shopStaff = pgTable(
  'shop_staff',
  {
    id: text().primaryKey(),
    shopId: text()
      .notNull()
      .references(() => shop.id, { onDelete: 'cascade' }),
    userId: text().notNull(),
    email: text().notNull(),
    role: text({ enum: ['OWNER', 'MANAGER', 'CATALOG_EDITOR', 'FULFILMENT', 'FINANCE'] }).notNull(),
    grantedRole: text(),
    /** Off the staff; the row goes as soon as identity has taken the role back. */
    leaving: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('shop_staff_person').on(table.shopId, table.userId),
    index('shop_staff_user').on(table.userId),
    index('shop_staff_unsettled')
      .on(table.id)
      .where(sql`${table.leaving} or ${table.grantedRole} is distinct from ${table.role}`),
  ],
);
