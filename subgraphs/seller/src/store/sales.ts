import type { Executor, Tx } from '@vitrina/platform/database';
import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { shop, shopSalesDay } from './shop.table.ts';

export type SalesRow = typeof shopSalesDay.$inferSelect;

export interface PaidOrder {
  readonly shopId: string;
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** Adds a paid order to its day. A shop this context does not know is none of its business. */
export const addPaidOrder = async (tx: Tx, { shopId, day, currency, amountMinor }: PaidOrder): Promise<void> => {
  const [known] = await tx.select({ id: shop.id }).from(shop).where(eq(shop.id, shopId));
  if (!known) return;
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
