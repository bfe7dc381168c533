import type { Executor, Tx } from '@vitrina/platform/database';
import { and, asc, gte, inArray, sql } from 'drizzle-orm';
import { shopSalesDay } from './shop.table.ts';

export type SalesRow = typeof shopSalesDay.$inferSelect;

export interface Sale {
  readonly shopId: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** Adds one order to a day of a shop. */
export const addToDay = async (tx: Tx, { shopId, day, currency, amountMinor }: Sale): Promise<void> => {
  await tx
    .insert(shopSalesDay)
    .values({ shopId, day, currency, orderCount: 1, revenueMinor: amountMinor })
    .onConflictDoUpdate({
      target: [shopSalesDay.shopId, shopSalesDay.day, shopSalesDay.currency],
      set: {
        orderCount: sql`${shopSalesDay.orderCount} + 1`,
        revenueMinor: sql`${shopSalesDay.revenueMinor} + excluded.revenue_minor`,
      },
    });
};

/** Days of shops from `firstDay` on, oldest first. */
export const salesSince = (on: Executor, shopIds: readonly string[], firstDay: string): Promise<SalesRow[]> =>
  on
    .select()
    .from(shopSalesDay)
    .where(and(inArray(shopSalesDay.shopId, [...shopIds]), gte(shopSalesDay.day, firstDay)))
    .orderBy(asc(shopSalesDay.day), asc(shopSalesDay.currency));
