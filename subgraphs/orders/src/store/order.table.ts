import type { Refusal } from '@vitrina/platform/result';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Address } from '../domain/address.ts';
import type { GroupPhase } from '../domain/group-status.ts';
import type {
  ActorKind,
  CancelReason,
  OrderStatus,
  PaymentStatus,
  Terms,
  TimelineEvent,
} from '../domain/order-state.ts';

const at = () => timestamp({ withTimezone: true });
const minor = () => bigint({ mode: 'bigint' });
const sums = () => ({
  goodsMinor: minor().notNull(),
  deliveryMinor: minor().notNull(),
  taxMinor: minor().notNull(),
  /** The part of the tax that came on top of the prices. */
  taxAddedMinor: minor().notNull(),
  totalMinor: minor().notNull(),
});

/** One checkout. Its row is the lock under which all orders of the group change, so `version` has no gaps. */
export const orderGroup = pgTable(
  'order_group',
  {
    id: text().primaryKey(),
    number: text().notNull().unique(),
    userId: text(),
    guestKey: text(),
    contactEmail: text(),
    cartId: text(),
    phase: text().$type<GroupPhase>().notNull(),
    currency: text().notNull(),
    terms: text().$type<Terms>().notNull(),
    deliveryAddress: jsonb().$type<Address>().notNull(),
    ...sums(),
    /** What the buyer has to do to pay, while the bank waits. */
    action: jsonb().$type<{ redirectUrl: string | null; clientSecret: string | null }>(),
    failures: jsonb().$type<readonly Refusal[]>(),
    /** When the buyer gave the purchase up, or its goods were gone at the end: it is never confirmed, nor sent, after that. */
    cancelRequestedAt: at(),
    version: integer().notNull(),
    placedAt: at().notNull(),
    updatedAt: at().notNull(),
  },
  (table) => [
    index('order_group_user').on(table.userId, table.id),
    index('order_group_guest').on(table.guestKey),
    index('order_group_cart').on(table.cartId),
  ],
);

/** What one shop delivers. Sums are moved here from the checkout, never computed anew. */
export const shopOrder = pgTable(
  'shop_order',
  {
    id: text().primaryKey(),
    groupId: text()
      .notNull()
      .references(() => orderGroup.id),
    number: text().notNull().unique(),
    shopId: text().notNull(),
    userId: text(),
    guestKey: text(),
    status: text().$type<OrderStatus>().notNull(),
    paymentStatus: text().$type<PaymentStatus>().notNull(),
    /** Version of the payment whose news of a refund holds; null while there was none. */
    paymentVersion: integer(),
    terms: text().$type<Terms>().notNull(),
    currency: text().notNull(),
    ...sums(),
    delivery: jsonb().$type<{ methodId: string; name: string; minDays: number; maxDays: number }>().notNull(),
    returnWindowDays: integer().notNull(),
    cancelReason: text().$type<CancelReason>(),
    version: integer().notNull(),
    placedAt: at().notNull(),
    updatedAt: at().notNull(),
    /** When the return window closes: a timer that a sweep looks at. */
    completeAt: at(),
  },
  (table) => [
    index('shop_order_group').on(table.groupId),
    index('shop_order_shop').on(table.shopId, table.id),
    index('shop_order_shop_updated').on(table.shopId, table.updatedAt),
    index('shop_order_user').on(table.userId, table.id),
    index('shop_order_completable').on(table.completeAt).where(sql`status = 'DELIVERED' and payment_status = 'PAID'`),
  ],
);

/** Units that were bought, with everything frozen. */
export const orderLine = pgTable(
  'order_line',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => shopOrder.id),
    variantId: text().notNull(),
    productId: text().notNull(),
    categoryId: text().notNull(),
    title: text().notNull(),
    sku: text().notNull(),
    quantity: integer().notNull(),
    unitPriceMinor: minor().notNull(),
    goodsMinor: minor().notNull(),
    taxMinor: minor().notNull(),
    taxRateBasisPoints: integer().notNull(),
    taxIncluded: boolean().notNull(),
    totalMinor: minor().notNull(),
  },
  (table) => [index('order_line_order').on(table.orderId, table.id)],
);

/** What happened, in the group's order: the timeline, and what subscriptions resume from. */
export const orderEvent = pgTable(
  'order_event',
  {
    groupId: text()
      .notNull()
      .references(() => orderGroup.id),
    groupVersion: integer().notNull(),
    orderId: text()
      .notNull()
      .references(() => shopOrder.id),
    orderVersion: integer().notNull(),
    event: text().$type<TimelineEvent>().notNull(),
    status: text().$type<OrderStatus>().notNull(),
    actor: text().$type<ActorKind>().notNull(),
    /** Who exactly, for the record: `user:usr_…`, `client:key_…`, `guest`, `system`. */
    actorRef: text().notNull(),
    note: text(),
    at: at().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.groupVersion] }),
    uniqueIndex('order_event_order').on(table.orderId, table.orderVersion),
  ],
);

/** Goods handed to a carrier. */
export const shipment = pgTable(
  'shipment',
  {
    id: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => shopOrder.id),
    carrier: text(),
    trackingNumber: text(),
    shippedAt: at().notNull(),
  },
  (table) => [index('shipment_order').on(table.orderId)],
);

export type GroupRow = typeof orderGroup.$inferSelect;
export type OrderRow = typeof shopOrder.$inferSelect;
export type LineRow = typeof orderLine.$inferSelect;
export type OrderEventRow = typeof orderEvent.$inferSelect;
export type ShipmentRow = typeof shipment.$inferSelect;
