import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { eq, sql } from 'drizzle-orm';
import type { ActorKind, OrderStatus, TimelineEvent } from '../domain/order-state.ts';
import { type GroupRow, type OrderRow, orderEvent, orderGroup, shopOrder } from '../store/order.table.ts';

/** Takes the group's lock: every change of its orders goes through it, so versions have no gaps and no order of their own. */
export const lockGroup = async (tx: Tx, groupId: string): Promise<GroupRow> => {
  const [group] = await tx.select().from(orderGroup).where(eq(orderGroup.id, groupId)).for('update');
  invariant(group, `There is no order group ${groupId}.`);
  return group;
};

/** The orders of a group, by number; call under the group's lock when they are to be changed. */
export const ordersOf = (tx: Tx, groupId: string): Promise<OrderRow[]> =>
  tx.select().from(shopOrder).where(eq(shopOrder.groupId, groupId)).orderBy(shopOrder.id);

/** Who did something, by kind and by name. */
export interface Doer {
  readonly kind: ActorKind;
  /** `user:usr_…`, `client:key_…`, `cart:…` or `system`. */
  readonly ref: string;
}

export const system: Doer = { kind: 'SYSTEM', ref: 'system' };

export interface OrderChange {
  readonly event: TimelineEvent;
  readonly status: OrderStatus;
  readonly by: Doer;
  readonly note?: string | null;
  /** Further columns that change. */
  readonly set?: Partial<Pick<OrderRow, 'paymentStatus' | 'cancelReason' | 'completeAt'>>;
}

/** Writes one change of an order with its timeline entry; the caller holds the group's lock. Gives the order as it is now. */
export const recordChange = async (tx: Tx, order: OrderRow, change: OrderChange, now: Date): Promise<OrderRow> => {
  const [group] = await tx
    .update(orderGroup)
    .set({ version: sql`${orderGroup.version} + 1`, updatedAt: now })
    .where(eq(orderGroup.id, order.groupId))
    .returning({ version: orderGroup.version });
  const [changed] = await tx
    .update(shopOrder)
    .set({ ...change.set, status: change.status, version: order.version + 1, updatedAt: now })
    .where(eq(shopOrder.id, order.id))
    .returning();
  invariant(group && changed, `The order ${order.id} vanished while it was changed.`);
  await tx.insert(orderEvent).values({
    groupId: order.groupId,
    groupVersion: group.version,
    orderId: order.id,
    orderVersion: changed.version,
    event: change.event,
    status: change.status,
    actor: change.by.kind,
    actorRef: change.by.ref,
    note: change.note ?? null,
    at: now,
  });
  return changed;
};
