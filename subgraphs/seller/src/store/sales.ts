import { type Executor, statement, type Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, gte, inArray } from 'drizzle-orm';
import { shopSalesDay } from './shop.table.ts';

export type SalesRow = typeof shopSalesDay.$inferSelect;

export interface Sale {
  readonly shopId: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** Adds one order to a day of a shop; nothing happens for a shop that is not known. */
export const addToDay = async (tx: Tx, { shopId, day, currency, amountMinor }: Sale): Promise<void> => {
  await statement(tx)`
    insert into shop_sales_day as sales (shop_id, day, currency, order_count, revenue_minor)
    select id, ${day}::date, ${currency}, 1, ${`${amountMinor}`}::bigint from shop where id = ${lookupKey(shopId)}
    on conflict (shop_id, day, currency) do update
    set order_count = sales.order_count + 1, revenue_minor = sales.revenue_minor + excluded.revenue_minor`;
};

/** Days of shops from `firstDay` on, oldest first. */
export const salesSince = (on: Executor, shopIds: readonly string[], firstDay: string): Promise<SalesRow[]> =>
  on
    .select()
    .from(shopSalesDay)
    .where(and(inArray(shopSalesDay.shopId, [...shopIds]), gte(shopSalesDay.day, firstDay)))
    .orderBy(asc(shopSalesDay.day), asc(shopSalesDay.currency));
