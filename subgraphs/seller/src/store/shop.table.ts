import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { LocalisedText } from '../domain/localised.ts';

/** A shop and how it is run. */
export const shop = pgTable(
  'shop',
  {
    id: text().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    descriptions: jsonb().$type<readonly LocalisedText[]>().notNull(),
    country: text().notNull(),
    currency: text().notNull(),
    status: text({ enum: ['ACTIVE', 'CLOSED'] }).notNull(),
    returnWindowDays: integer().notNull(),
    lowStockThreshold: integer().notNull(),
    acceptsOrders: boolean().notNull(),
    cancellationWindowMinutes: integer().notNull(),
    /** Absent where the market's own rate holds. */
    commissionBasisPoints: integer(),
    version: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('shop_slug').on(table.slug),
    // Keyset pages run over ids, which sort by time in the C collation.
    index('shop_open_by_id').on(sql`${table.id} collate "C"`).where(sql`${table.status} = 'ACTIVE'`),
  ],
);

/** What a shop sold on one day (UTC) in one currency, counted from `order.paid`. */
export const shopSalesDay = pgTable(
  'shop_sales_day',
  {
    shopId: text()
      .notNull()
      .references(() => shop.id, { onDelete: 'cascade' }),
    day: date().notNull(),
    currency: text().notNull(),
    orderCount: integer().notNull(),
    revenueMinor: bigint({ mode: 'bigint' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.day, table.currency] })],
);
