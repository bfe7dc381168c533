import type { Tx } from '@vitrina/platform/database';
import { orderCompleted } from '@vitrina/schema/events';
import { and, eq, lte } from 'drizzle-orm';
import { transition } from '../domain/order-state.ts';
import type { Ports } from '../ports.ts';
import { shopOrder } from '../store/order.table.ts';
import { hintGroup } from './announce.ts';
import { factsOf } from './published-facts.ts';
import { lockGroup, recordChange, system } from './record-change.ts';

const batch = 200;

const completeOne = async (
  { events, clock }: Ports,
  tx: Tx,
  { id, groupId }: { id: string; groupId: string },
): Promise<void> => {
  await lockGroup(tx, groupId);
  const [order] = await tx.select().from(shopOrder).where(eq(shopOrder.id, id));
  const next = order && transition(order.status, 'complete', 'SYSTEM', order);
  if (!order || !next?.ok) return;
  const completed = await recordChange(tx, order, { event: 'COMPLETED', status: next.value, by: system }, clock.now());
  await events.publish(tx, orderCompleted, {
    aggregateId: id,
    aggregateVersion: completed.version,
    payload: factsOf(completed),
  });
};

/**
 * Completes delivered and paid orders whose return window has closed; each in a transaction of its own, so that one which
 * cannot be completed keeps no other, nor its shop's money, waiting.
 */
export const completeOrders = async (ports: Ports, signal: AbortSignal): Promise<void> => {
  const { database, clock, log } = ports;
  const due = await database.orm
    .select({ id: shopOrder.id, groupId: shopOrder.groupId })
    .from(shopOrder)
    .where(
      and(
        eq(shopOrder.status, 'DELIVERED'),
        eq(shopOrder.paymentStatus, 'PAID'),
        lte(shopOrder.completeAt, clock.now()),
      ),
    )
    .orderBy(shopOrder.completeAt)
    .limit(batch);
  for (const order of due) {
    if (signal.aborted) return;
    try {
      await database.transaction((tx) => completeOne(ports, tx, order));
      await hintGroup(ports, order.groupId);
    } catch (error) {
      log.error({ err: error, orderId: order.id }, 'An order could not be completed; it is tried again.');
    }
  }
};
