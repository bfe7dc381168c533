import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Address } from '../domain/address.ts';

const at = () => timestamp({ withTimezone: true });

/** A cart belongs to a person or to whoever holds a secret; each has one cart in use (open or being bought) at a time. */
export const cart = pgTable(
  'cart',
  {
    id: text().primaryKey(),
    userId: text(),
    /** SHA-256 of the guest's secret. */
    guestKey: text(),
    status: text().$type<'OPEN' | 'CHECKING_OUT' | 'ORDERED'>().notNull().default('OPEN'),
    version: integer().notNull().default(1),
    destination: jsonb().$type<Address>(),
    /** Delivery method by shop. */
    choices: jsonb().$type<Record<string, string>>().notNull().default({}),
    groupId: text(),
    createdAt: at().notNull(),
    updatedAt: at().notNull(),
  },
  (table) => [
    uniqueIndex('cart_in_use_of_user').on(table.userId).where(sql`status <> 'ORDERED' and user_id is not null`),
    uniqueIndex('cart_in_use_of_guest').on(table.guestKey).where(sql`status <> 'ORDERED' and guest_key is not null`),
    index('cart_group').on(table.groupId),
    // A secret is known as long as any cart was under it, bought ones too.
    index('cart_guest').on(table.guestKey).where(sql`guest_key is not null`),
  ],
);

/** Units of one variant with the price the buyer saw. */
export const cartLine = pgTable(
  'cart_line',
  {
    id: text().primaryKey(),
    cartId: text()
      .notNull()
      .references(() => cart.id, { onDelete: 'cascade' }),
    variantId: text().notNull(),
    productId: text().notNull(),
    shopId: text().notNull(),
    quantity: integer().notNull(),
    priceSeenMinor: bigint({ mode: 'bigint' }).notNull(),
    currency: text().notNull(),
  },
  (table) => [uniqueIndex('cart_line_variant').on(table.cartId, table.variantId)],
);

export type CartRow = typeof cart.$inferSelect;
export type CartLineRow = typeof cartLine.$inferSelect;
