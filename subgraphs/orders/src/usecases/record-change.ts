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
  /** `user:usr_…`, `client:key_…`, `guest` or `system`. */
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

/** Takes the locks of several groups, always in the same order. */
export const lockGroups = (tx: Tx, ids: readonly string[]) =>
  statement<{ id: string }>(tx)`select id from order_group where id = any(${ids}::text[]) order by id for update`;

/** One order as it is, and what becomes of it. */
export interface ChangedOrder {
  readonly order: OrderRow;
  readonly change: OrderChange;
}

/** As one JSON text per order: a planner that expects the few rows of an array looks them up by key. */
const givenOf = ({ order, change: { event, status, by, note = null, set } }: ChangedOrder): string => {
  const { paymentStatus, cancelReason, completeAt } = { ...order, ...set };
  const { id: order_id, groupId: group_id, version } = order;
  return JSON.stringify({
    order_id,
    group_id,
    version,
    event,
    status,
    payment_status: paymentStatus,
    cancel_reason: cancelReason,
    complete_at: completeAt,
    actor: by.kind,
    actor_ref: by.ref,
    note,
  });
};

/**
 * Writes changes of orders with their timeline entries, in one statement; the caller holds the locks of their groups.
 * Entries are numbered in the order given. Gives the orders as they are now.
 */
export const recordChanges = async (tx: Tx, changes: readonly ChangedOrder[], now: Date): Promise<OrderRow[]> => {
  if (changes.length === 0) return [];
  const at = now.toISOString();
  const rows = await statement(tx)`
    with given as materialized (
      select nth, r.* from unnest(${changes.map(givenOf)}::text[]) with ordinality as g(row, nth),
        jsonb_to_record(g.row::jsonb) as r(order_id text, group_id text, version int, event text, status text, payment_status text,
          cancel_reason text, complete_at timestamptz, actor text, actor_ref text, note text)
    ), counted as (
      update order_group set version = order_group.version + c.count, updated_at = ${at}::timestamptz
      from (select group_id, count(*)::int as count from given group by group_id) c
      where order_group.id = c.group_id returning order_group.id, order_group.version - c.count as before
    ), changed as (
      update shop_order set status = given.status, payment_status = given.payment_status, cancel_reason = given.cancel_reason,
        complete_at = given.complete_at, version = shop_order.version + 1, updated_at = ${at}::timestamptz
      from given where shop_order.id = given.order_id and shop_order.version = given.version returning shop_order.id, shop_order.version
    )
    insert into order_event (group_id, group_version, order_id, order_version, event, status, actor, actor_ref, note, at)
    select counted.id, counted.before + row_number() over (partition by given.group_id order by given.nth), given.order_id, changed.version,
      given.event, given.status, given.actor, given.actor_ref, given.note, ${at}::timestamptz
    from given join counted on counted.id = given.group_id join changed on changed.id = given.order_id returning order_version`;
  const ids = changes.map(({ order }) => order.id).join(', ');
  invariant(rows.length === changes.length, `Of the orders ${ids} one changed although its group was locked.`);
  return changes.map(({ order, change: { status, set } }) => ({
    ...order,
    ...set,
    status,
    version: order.version + 1,
    updatedAt: now,
  }));
};

/** Writes one change of an order; the caller holds the lock of its group. Gives the order as it is now. */
export const recordChange = async (tx: Tx, order: OrderRow, change: OrderChange, now: Date): Promise<OrderRow> => {
  const [changed] = await recordChanges(tx, [{ order, change }], now);
  invariant(changed, `The order ${order.id} was not changed.`);
  return changed;
};
