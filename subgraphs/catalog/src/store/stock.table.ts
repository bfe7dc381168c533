import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ReservationState } from '../domain/reservation.ts';
import { variant } from './product.table.ts';
import { shop } from './shop.table.ts';

/** A place where a shop keeps goods; exactly one per shop is the default. */
export const stockLocation = pgTable(
  'stock_location',
  {
    id: text().primaryKey(),
    shopId: text()
      .notNull()
      .references(() => shop.id),
    name: text().notNull(),
    isDefault: boolean().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('stock_location_shop_name').on(table.shopId, table.name),
    uniqueIndex('stock_location_shop_default').on(table.shopId).where(sql`is_default`),
  ],
);

/**
 * Units of one variant in one place. The constraint is the last line against overselling: changes are written as
 * differences, so a decision made on stale numbers breaks it instead of losing an update.
 */
export const stock = pgTable(
  'stock',
  {
    variantId: text()
      .notNull()
      .references(() => variant.id),
    locationId: text()
      .notNull()
      .references(() => stockLocation.id),
    onHand: integer().notNull(),
    reserved: integer().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.variantId, table.locationId] }),
    index('stock_location_idx').on(table.locationId),
    check('stock_never_oversold', sql`reserved >= 0 and on_hand >= reserved`),
  ],
);

/** Units promised under one reference. Its row changes only under the locks of all its stock rows. */
export const reservation = pgTable(
  'reservation',
  {
    id: text().primaryKey(),
    reference: text().notNull(),
    /** EXPIRED is written when the expiry is settled; before that, readers judge HELD by `expiresAt`. */
    state: text().$type<ReservationState>().notNull(),
    expiresAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('reservation_reference').on(table.reference),
    index('reservation_held_until').on(table.expiresAt).where(sql`state = 'HELD'`),
  ],
);

/** Units of one variant in one place, promised by a reservation. */
export const reservationLine = pgTable(
  'reservation_line',
  {
    reservationId: text()
      .notNull()
      .references(() => reservation.id),
    variantId: text().notNull(),
    locationId: text().notNull(),
    quantity: integer().notNull(),
    /** The reservation's expiry while it is HELD, else null: finds expired, unsettled units of a variant by index. */
    heldUntil: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.reservationId, table.variantId, table.locationId] }),
    index('reservation_line_held').on(table.variantId, table.heldUntil).where(sql`held_until is not null`),
  ],
);

/** Returns that were put back on hand, by the caller's reference. */
export const restock = pgTable('restock', {
  reference: text().primaryKey(),
  /** Units by variant id, to recognise a reference that comes with other lines. */
  lines: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
});
