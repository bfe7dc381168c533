import { compiled, statement, type Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { type LocalStep, stepAbandoned, stepDone } from '@vitrina/platform/saga';
import { orderCancelled, orderConfirmed, orderCreated } from '@vitrina/schema/events';
import { eq, inArray, sql } from 'drizzle-orm';
import { isGivenBack, transition } from '../../domain/order-state.ts';
import type { Ports } from '../../ports.ts';
import { type LineRow, type OrderRow, orderLine, shopOrder } from '../../store/order.table.ts';
import { factsOf } from '../../usecases/published-facts.ts';
import {
  lockGroup,
  type OrderChange,
  ordersOf,
  recordChange,
  recordChanges,
  system,
} from '../../usecases/record-change.ts';
import type { CheckoutData, CheckoutScope } from './data.ts';
import { cancelReasonOf, eventReason, givenUp } from './reasons.ts';

const createdPayload = ({ data }: CheckoutScope, order: OrderRow, lines: readonly LineRow[]) => {
  invariant(data.paymentId && data.reservationId, `Order ${order.id} is confirmed without payment or reservation.`);
  return {
    ...factsOf(order),
    paymentId: data.paymentId,
    reservationId: data.reservationId,
    paymentTerms: order.terms === 'PREPAID' ? ('prepaid' as const) : ('on_delivery' as const),
    currency: order.currency,
    totalMinor: order.totalMinor.toString(),
    deliveryMinor: order.deliveryMinor.toString(),
    taxMinor: order.taxMinor.toString(),
    lines: lines.map((line) => ({
      orderLineId: line.id,
      productId: line.productId,
      variantId: line.variantId,
      categoryId: line.categoryId,
      quantity: line.quantity,
      totalMinor: line.totalMinor.toString(),
    })),
  };
};

/** What confirming changes about one order. */
const confirmation = (order: OrderRow): OrderChange => {
  const next = transition(order.status, 'confirm', 'SYSTEM', order);
  invariant(next.ok, `Order ${order.id} cannot be confirmed from ${order.status}.`);
  const promised = order.terms === 'PREPAID' ? 'AUTHORISED' : 'DUE_ON_DELIVERY';
  const paymentStatus = order.paymentStatus === 'PENDING' ? promised : order.paymentStatus;
  return { event: 'CONFIRMED', status: next.value, by: system, set: { paymentStatus } };
};

/** Makes the orders real and says so. Sent together, run in this order; nothing is sent after one of them failed. */
const confirmOrders = (
  scope: CheckoutScope,
  tx: Tx,
  orders: readonly OrderRow[],
  lines: readonly LineRow[],
): Promise<unknown> => {
  const { events } = scope.services;
  const created = orders.map((order) => {
    const payload = createdPayload(
      scope,
      order,
      lines.filter((line) => line.orderId === order.id),
    );
    return { aggregateId: order.id, aggregateVersion: order.version, payload };
  });
  const confirmed = orders.map((order) => ({
    aggregateId: order.id,
    aggregateVersion: order.version + 1,
    payload: factsOf(order),
  }));
  return Promise.all([
    events.publishAll(tx, orderCreated, created),
    recordChanges(
      tx,
      orders.map((order) => ({ order, change: confirmation(order) })),
      scope.now,
    ),
    events.publishAll(tx, orderConfirmed, confirmed),
  ]);
};

const linesOfGroup = compiled((orm) => {
  const ids = orm
    .select({ id: shopOrder.id })
    .from(shopOrder)
    .where(eq(shopOrder.groupId, sql.placeholder('groupId')));
  return orm.select().from(orderLine).where(inArray(orderLine.orderId, ids)).orderBy(orderLine.id);
});

/** Makes the orders real, and says so to everybody, in one transaction; the cart is bought from here on. */
export const confirm: LocalStep<Ports, CheckoutData> = {
  kind: 'local',
  name: 'confirm',
  run: async (scope, tx) => {
    // The update is the group's lock; what is read is read under it.
    const [wanted, orders, lines] = await Promise.all([
      statement(tx)`
        with wanted as (
          update order_group set phase = 'CONFIRMED', action = null
          where id = ${scope.subject} and cancel_requested_at is null returning id
        ), bought as (
          update cart set status = 'ORDERED', updated_at = ${scope.now.toISOString()}::timestamptz
          where group_id = (select id from wanted)
        )
        select id from wanted`,
      ordersOf(tx, scope.subject),
      linesOfGroup(tx, { groupId: scope.subject }),
    ]);
    if (wanted.length === 0) return stepAbandoned(givenUp);
    await confirmOrders(scope, tx, orders, lines);
    return stepDone();
  },
  compensate: async (scope, tx) => {
    await lockGroup(tx, scope.subject);
    const reason = cancelReasonOf(scope.failure);
    for (const order of await ordersOf(tx, scope.subject)) {
      if (order.status === 'CANCELLED') continue;
      const next = transition(order.status, 'cancel', 'SYSTEM', order);
      invariant(
        next.ok,
        `Order ${order.id} cannot be cancelled from ${order.status}; it was shipped before its purchase was settled.`,
      );
      const paymentStatus = isGivenBack(order.paymentStatus) ? order.paymentStatus : 'VOIDED';
      const cancelled = await recordChange(
        tx,
        order,
        {
          event: 'CANCELLED',
          status: next.value,
          by: system,
          note: scope.failure?.message ?? null,
          set: { paymentStatus, cancelReason: reason },
        },
        scope.now,
      );
      await scope.services.events.publish(tx, orderCancelled, {
        aggregateId: order.id,
        aggregateVersion: cancelled.version,
        payload: { ...factsOf(cancelled), reason: eventReason(reason) },
      });
    }
  },
};
