import { statement, type Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { and, eq, ne, or } from 'drizzle-orm';
import { transition } from '../../domain/order-state.ts';
import { cart } from '../../store/cart.table.ts';
import { type GroupRow, orderGroup } from '../../store/order.table.ts';
import { lockGroup, ordersOf, recordChange, system } from '../../usecases/record-change.ts';
import type { CheckoutScope } from './data.ts';
import { cancelReasonOf, refusalsOf } from './reasons.ts';

/** Stock and money are where they belong: from here on orders go their own ways. */
export const settle = async (scope: CheckoutScope, tx: Tx): Promise<void> => {
  await statement(tx)`
    update order_group set phase = 'SETTLED', updated_at = ${scope.now.toISOString()}::timestamptz where id = ${scope.subject}`;
};

/** Lets the buyer change the cart again, unless another one has taken its place meanwhile. */
const reopenCart = async (tx: Tx, group: GroupRow, now: Date): Promise<void> => {
  const [bought] = await tx.select().from(cart).where(eq(cart.groupId, group.id)).for('update');
  if (!bought) return;
  const owner = or(
    bought.userId ? eq(cart.userId, bought.userId) : undefined,
    bought.guestKey ? eq(cart.guestKey, bought.guestKey) : undefined,
  );
  const [other] = await tx
    .select({ id: cart.id })
    .from(cart)
    .where(and(owner, ne(cart.status, 'ORDERED'), ne(cart.id, bought.id)));
  if (other) return;
  await tx
    .update(cart)
    .set({ status: 'OPEN', groupId: null, version: bought.version + 1, updatedAt: now })
    .where(eq(cart.id, bought.id));
};

/** Everything is undone: orders that were never confirmed are cancelled, and the buyer is told why. */
export const undo = async (scope: CheckoutScope, tx: Tx): Promise<void> => {
  const group = await lockGroup(tx, scope.subject);
  const reason = cancelReasonOf(scope.failure);
  const failures = refusalsOf(scope.failure);
  for (const order of await ordersOf(tx, scope.subject)) {
    if (order.status === 'CANCELLED') continue;
    const next = transition(order.status, 'cancel', 'SYSTEM', order);
    invariant(next.ok, `Order ${order.id} cannot be cancelled from ${order.status}.`);
    const note = failures[0]?.message ?? null;
    const set = { paymentStatus: 'VOIDED' as const, cancelReason: reason };
    await recordChange(tx, order, { event: 'CANCELLED', status: next.value, by: system, note, set }, scope.now);
  }
  await tx
    .update(orderGroup)
    .set({ phase: 'CANCELLED', action: null, failures, updatedAt: scope.now })
    .where(eq(orderGroup.id, scope.subject));
  await reopenCart(tx, group, scope.now);
};
