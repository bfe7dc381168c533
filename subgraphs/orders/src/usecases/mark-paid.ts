import { compiled, type Tx } from '@vitrina/platform/database';
import { eq, sql } from 'drizzle-orm';
import { transition } from '../domain/order-state.ts';
import type { Ports } from '../ports.ts';
import { shopOrder } from '../store/order.table.ts';
import { lockGroup, recordChange, system } from './record-change.ts';

const orderById = compiled((orm) =>
  orm
    .select()
    .from(shopOrder)
    .where(eq(shopOrder.id, sql.placeholder('orderId'))),
);

/**
 * The money of one order is there: captured, or collected at the door. May come before the confirmation is written, after
 * the goods, or for an order that was cancelled meanwhile, whose money is on its way back already. Coming twice changes nothing.
 */
export const markPaid = async (
  { clock }: Ports,
  tx: Tx,
  { groupId, orderId }: { groupId: string; orderId: string },
): Promise<void> => {
  // Sent together: the order is read under the lock.
  const [, [order]] = await Promise.all([lockGroup(tx, groupId), orderById(tx, { orderId })]);
  if (!order || order.paymentStatus === 'PAID') return;
  const next = transition(order.status, 'pay', 'SYSTEM', order);
  if (!next.ok) return;
  await recordChange(
    tx,
    order,
    { event: 'PAID', status: next.value, by: system, set: { paymentStatus: 'PAID' } },
    clock.now(),
  );
};
