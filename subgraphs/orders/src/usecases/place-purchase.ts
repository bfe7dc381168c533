import { randomBytes } from 'node:crypto';
import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { orderGroupNumber, orderNumber } from '../domain/order-number.ts';
import { addSums } from '../domain/pricing.ts';
import { orderEvent, orderGroup, orderLine, shopOrder } from '../store/order.table.ts';
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

/** A purchase on its way into the tables. */
export interface PlacedPurchase {
  readonly groupId: string;
  /** Resolves when all rows are written; the statements are sent already. */
  readonly written: Promise<unknown>;
}

/** Writes a planned purchase as drafts: one group, one order per shop, everything frozen. */
export const placePurchase = (tx: Tx, plan: Plan, buyer: Buyer, cartId: string | null, now: Date): PlacedPurchase => {
  const group = { id: newId('grp'), number: orderGroupNumber(randomBytes) };
  const orders = plan.orders.map((order, position) => orderRow(order, plan, buyer, group, position, now));
  const groupRow = tx.insert(orderGroup).values({
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
    version: orders.length,
    placedAt: now,
    updatedAt: now,
  });
  const lines = plan.orders.flatMap((order, index) => lineRows(orders[index]?.id ?? '', order));
  const events = tx.insert(orderEvent).values(
    orders.map((order, index) => ({
      groupId: group.id,
      groupVersion: index + 1,
      orderId: order.id,
      orderVersion: 1,
      event: 'PLACED' as const,
      status: 'DRAFT' as const,
      actor: buyer.doer.kind,
      actorRef: buyer.doer.ref,
      at: now,
    })),
  );
  // Sent together, run in this order: each row follows the one it refers to.
  const written = Promise.all([
    groupRow,
    tx.insert(shopOrder).values(orders),
    tx.insert(orderLine).values(lines),
    events,
  ]);
  return { groupId: group.id, written };
};
