import { randomBytes } from 'node:crypto';
import { rowsJson, statement, type Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { orderGroupNumber, orderNumber } from '../domain/order-number.ts';
import { addSums } from '../domain/pricing.ts';
import type { orderEvent, orderGroup, orderLine, shopOrder } from '../store/order.table.ts';
import type { Plan, PlannedOrder } from './plan-purchase.ts';
import type { Doer } from './record-change.ts';

/** Who buys: a person, or whoever holds a cart's secret. */
export interface Buyer {
  readonly userId: string | null;
  readonly guestKey: string | null;
  readonly contactEmail: string | null;
  readonly doer: Doer;
}

type OrderInsert = typeof shopOrder.$inferInsert;

const orderRow = (
  order: PlannedOrder,
  plan: Plan,
  buyer: Buyer,
  group: { id: string; number: string },
  position: number,
  now: Date,
): OrderInsert & { id: string } => {
  const { methodId, name, minDays, maxDays } = order.delivery;
  return {
    id: newId('ord'),
    groupId: group.id,
    number: orderNumber(group.number, position),
    shopId: order.shopId,
    userId: buyer.userId,
    guestKey: buyer.guestKey,
    status: 'DRAFT',
    paymentStatus: 'PENDING',
    terms: plan.terms,
    currency: plan.currency,
    ...order.priced.sums,
    delivery: { methodId, name, minDays, maxDays },
    returnWindowDays: order.returnWindowDays,
    version: 1,
    placedAt: now,
    updatedAt: now,
  };
};

const lineRows = (orderId: string, order: PlannedOrder): (typeof orderLine.$inferInsert)[] =>
  order.lines.map(({ quote, quantity, title, taxRate }, index) => {
    const { goodsMinor, taxMinor, totalMinor } = order.priced.lines[index] ?? {
      goodsMinor: 0n,
      taxMinor: 0n,
      totalMinor: 0n,
    };
    return {
      id: newId('orl'),
      orderId,
      variantId: quote.variantId,
      productId: quote.productId,
      categoryId: quote.categoryId,
      title,
      sku: quote.sku,
      quantity,
      unitPriceMinor: BigInt(quote.unitPriceMinor),
      goodsMinor,
      taxMinor,
      taxRateBasisPoints: taxRate.basisPoints,
      taxIncluded: taxRate.included,
      totalMinor,
    };
  });

type GroupInsert = typeof orderGroup.$inferInsert;
type EventInsert = typeof orderEvent.$inferInsert;

const groupRow = (
  group: { id: string; number: string },
  plan: Plan,
  buyer: Buyer,
  cartId: string | null,
  now: Date,
): GroupInsert => ({
  ...group,
  userId: buyer.userId,
  guestKey: buyer.guestKey,
  contactEmail: buyer.contactEmail,
  cartId,
  phase: 'PROCESSING',
  currency: plan.currency,
  terms: plan.terms,
  deliveryAddress: plan.address,
  ...addSums(plan.orders.map(({ priced }) => priced.sums)),
  version: plan.orders.length,
  placedAt: now,
  updatedAt: now,
});

const eventRow = (groupId: string, orderId: string, index: number, { kind, ref }: Doer, now: Date): EventInsert => ({
  groupId,
  groupVersion: index + 1,
  orderId,
  orderVersion: 1,
  event: 'PLACED',
  status: 'DRAFT',
  actor: kind,
  actorRef: ref,
  at: now,
});

/** A purchase on its way into the tables. */
export interface PlacedPurchase {
  readonly groupId: string;
  /** Resolves when all rows are written; the statement is sent already. */
  readonly written: Promise<unknown>;
}

/**
 * Writes a planned purchase as drafts: one group, one order per shop, everything frozen, and its cart is out of use. One
 * statement, because every purchase pays for each; columns without a value have no default.
 */
export const placePurchase = (tx: Tx, plan: Plan, buyer: Buyer, cartId: string | null, now: Date): PlacedPurchase => {
  const group = { id: newId('grp'), number: orderGroupNumber(randomBytes) };
  const orders = plan.orders.map((order, position) => orderRow(order, plan, buyer, group, position, now));
  const lines = plan.orders.flatMap((order, index) => lineRows(orders[index]?.id ?? '', order));
  const events = orders.map(({ id }, index) => eventRow(group.id, id, index, buyer.doer, now));
  const written = statement(tx)`
    with placed as (
      insert into order_group select * from jsonb_populate_recordset(null::order_group, ${rowsJson([groupRow(group, plan, buyer, cartId, now)])}::jsonb)
    ), parts as (
      insert into shop_order select * from jsonb_populate_recordset(null::shop_order, ${rowsJson(orders)}::jsonb)
    ), lines as (
      insert into order_line select * from jsonb_populate_recordset(null::order_line, ${rowsJson(lines)}::jsonb)
    ), timeline as (
      insert into order_event select * from jsonb_populate_recordset(null::order_event, ${rowsJson(events)}::jsonb)
    )
    update cart set status = 'CHECKING_OUT', group_id = ${group.id}, updated_at = ${now.toISOString()}::timestamptz where id = ${cartId}`;
  return { groupId: group.id, written: Promise.resolve(written) };
};
