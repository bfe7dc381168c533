import { compiled, type Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { isGivenBack, transition } from '../domain/order-state.ts';
import type { Ports } from '../ports.ts';
import { type OrderRow, shopOrder } from '../store/order.table.ts';
import { type ChangedOrder, lockGroups, recordChanges, system } from './record-change.ts';

const ordersById = compiled((orm) =>
  orm
    .select()
    .from(shopOrder)
    .where(sql`${shopOrder.id} = any(${sql.placeholder('ids')}::text[])`)
    .orderBy(shopOrder.id),
);

/** What money changes about an order; nothing when it is there already, or of no use any more. */
const paid = (order: OrderRow): ChangedOrder[] => {
  if (order.paymentStatus === 'PAID' || isGivenBack(order.paymentStatus)) return [];
  const next = transition(order.status, 'pay', 'SYSTEM', order);
  if (!next.ok) return [];
  return [{ order, change: { event: 'PAID', status: next.value, by: system, set: { paymentStatus: 'PAID' } } }];
};

/**
 * The money of orders is there: captured, or collected at the door. May come before the confirmation is written, after
 * the goods, or for an order that was cancelled meanwhile, whose money is on its way back already. Coming twice changes nothing.
 */
export const markPaid = async (
  { clock }: Ports,
  tx: Tx,
  news: readonly { readonly groupId: string; readonly orderId: string }[],
): Promise<void> => {
  // Sent together: the orders are read under the locks.
  const [, orders] = await Promise.all([
    lockGroups(tx, [...new Set(news.map(({ groupId }) => groupId))]),
    ordersById(tx, { ids: [...new Set(news.map(({ orderId }) => orderId))] }),
  ]);
  await recordChanges(tx, orders.flatMap(paid), clock.now());
};
