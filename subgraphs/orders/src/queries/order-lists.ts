import type { Database } from '@vitrina/platform/database';
import type { Page } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, gte, inArray, lt, ne, type SQL } from 'drizzle-orm';
import type { OrderStatus } from '../domain/order-state.ts';
import { type OrderEventRow, type OrderRow, orderEvent, shopOrder } from '../store/order.table.ts';

/** Ids sort by time, so a page over ids is a page over time; newest first. */
export type OrderKey = readonly [id: string];

export interface OrderFilter {
  readonly statuses?: readonly OrderStatus[] | null | undefined;
  readonly updatedSince?: Date | null | undefined;
}

const pageOf = (
  database: Database,
  where: SQL | undefined,
  { limit, direction, cursor }: Page<OrderKey>,
): Promise<OrderRow[]> => {
  const forward = direction === 'forward';
  const after = cursor && (forward ? lt(shopOrder.id, cursor[0]) : gt(shopOrder.id, cursor[0]));
  return database.orm
    .select()
    .from(shopOrder)
    .where(and(where, after))
    .orderBy(forward ? desc(shopOrder.id) : asc(shopOrder.id))
    .limit(limit + 1);
};

const filtered = ({ statuses, updatedSince }: OrderFilter): SQL | undefined =>
  and(
    statuses ? inArray(shopOrder.status, [...statuses]) : undefined,
    updatedSince ? gte(shopOrder.updatedAt, updatedSince) : undefined,
  );

const ofShop = (shopId: string, filter: OrderFilter) =>
  and(eq(shopOrder.shopId, shopId), ne(shopOrder.status, 'DRAFT'), filtered(filter));
const ofUser = (userId: string, filter: OrderFilter) => and(eq(shopOrder.userId, userId), filtered(filter));

/** Orders of a shop; drafts are not its business yet. */
export const ordersOfShop = (database: Database, shopId: string, filter: OrderFilter, page: Page<OrderKey>) =>
  pageOf(database, ofShop(shopId, filter), page);
export const countOfShop = (database: Database, shopId: string, filter: OrderFilter): Promise<number> =>
  database.orm.$count(shopOrder, ofShop(shopId, filter));

/** Orders a person placed. */
export const ordersOfUser = (database: Database, userId: string, filter: OrderFilter, page: Page<OrderKey>) =>
  pageOf(database, ofUser(userId, filter), page);
export const countOfUser = (database: Database, userId: string, filter: OrderFilter): Promise<number> =>
  database.orm.$count(shopOrder, ofUser(userId, filter));

export type TimelineKey = readonly [version: number];

/** A page of what happened to an order, oldest first. */
export const timelineOf = (
  database: Database,
  orderId: string,
  { limit, direction, cursor }: Page<TimelineKey>,
): Promise<OrderEventRow[]> => {
  const forward = direction === 'forward';
  const after = cursor && (forward ? gt(orderEvent.orderVersion, cursor[0]) : lt(orderEvent.orderVersion, cursor[0]));
  return database.orm
    .select()
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, orderId), after))
    .orderBy(forward ? asc(orderEvent.orderVersion) : desc(orderEvent.orderVersion))
    .limit(limit + 1);
};

/** What happened in a group after a version, in order; at most `limit`. */
export const eventsAfter = (
  database: Database,
  groupId: string,
  orderId: string | null,
  version: number,
  limit: number,
): Promise<OrderEventRow[]> =>
  database.orm
    .select()
    .from(orderEvent)
    .where(
      and(
        eq(orderEvent.groupId, groupId),
        gt(orderEvent.groupVersion, version),
        orderId ? eq(orderEvent.orderId, orderId) : undefined,
      ),
    )
    .orderBy(asc(orderEvent.groupVersion))
    .limit(limit);
