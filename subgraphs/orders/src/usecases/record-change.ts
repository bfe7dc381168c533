import { compiled, statement, type Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { eq, sql } from 'drizzle-orm';
import type { ActorKind, OrderStatus, TimelineEvent } from '../domain/order-state.ts';
import { type GroupRow, type OrderRow, orderGroup, shopOrder } from '../store/order.table.ts';

const groupId = sql.placeholder('groupId');
const lockedGroup = compiled((orm) => orm.select().from(orderGroup).where(eq(orderGroup.id, groupId)).for('update'));
const groupOrders = compiled((orm) =>
  orm.select().from(shopOrder).where(eq(shopOrder.groupId, groupId)).orderBy(shopOrder.id),
);

/** Takes the group's lock: every change of its orders goes through it, so versions have no gaps and no order of their own. */
export const lockGroup = async (tx: Tx, id: string): Promise<GroupRow> => {
  const [group] = await lockedGroup(tx, { groupId: id });
  invariant(group, `There is no order group ${id}.`);
  return group;
};

/** The orders of a group, by number; call under the group's lock when they are to be changed. */
export const ordersOf = (tx: Tx, id: string): Promise<OrderRow[]> => groupOrders(tx, { groupId: id });

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

/**
 * Writes one change of an order with its timeline entry, in one statement; the caller holds the group's lock. Gives the
 * order as it is now.
 */
export const recordChange = async (tx: Tx, order: OrderRow, change: OrderChange, now: Date): Promise<OrderRow> => {
  const { event, status, by, note = null } = change;
  const { paymentStatus, cancelReason, completeAt } = { ...order, ...change.set };
  const at = now.toISOString();
  const rows = await statement(tx)`
    with counted as (
      update order_group set version = version + 1, updated_at = ${at}::timestamptz where id = ${order.groupId} returning id, version
    ), changed as (
      update shop_order set status = ${status}, payment_status = ${paymentStatus}, cancel_reason = ${cancelReason},
        complete_at = ${completeAt?.toISOString() ?? null}::timestamptz, version = shop_order.version + 1, updated_at = ${at}::timestamptz
      where id = ${order.id} and version = ${order.version} returning version
    )
    insert into order_event (group_id, group_version, order_id, order_version, event, status, actor, actor_ref, note, at)
    select counted.id, counted.version, ${order.id}, changed.version, ${event}, ${status}, ${by.kind}, ${by.ref}, ${note}::text, ${at}::timestamptz
    from counted, changed returning order_version`;
  invariant(rows.length === 1, `The order ${order.id} changed although its group was locked.`);
  return { ...order, status, paymentStatus, cancelReason, completeAt, version: order.version + 1, updatedAt: now };
};
