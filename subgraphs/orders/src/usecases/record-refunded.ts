import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { transition } from '../domain/order-state.ts';
import type { OrderRow } from '../store/order.table.ts';
import { recordChange, system } from './record-change.ts';

/**
 * The money of a cancelled order is back with its buyer. The provider's answer and payments' report of it both tell; the
 * first of them is written down. The caller holds the group's lock and has read the order under it.
 */
export const recordRefunded = async (tx: Tx, order: OrderRow, now: Date): Promise<void> => {
  if (order.paymentStatus === 'REFUNDED') return;
  const next = transition(order.status, 'refund', 'SYSTEM', order);
  invariant(next.ok, `Order ${order.id} cannot be refunded from ${order.status}.`);
  const set = { paymentStatus: 'REFUNDED' as const };
  await recordChange(tx, order, { event: 'REFUNDED', status: next.value, by: system, set }, now);
};
