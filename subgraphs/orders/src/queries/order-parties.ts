import { inArray } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import { shopOrder } from '../store/order.table.ts';

/** Buyer and shop of each order; unknown orders are left out. */
export const orderParties = ({ database: { orm } }: Ports, ids: readonly string[]) =>
  orm
    .select({ orderId: shopOrder.id, number: shopOrder.number, shopId: shopOrder.shopId, buyerId: shopOrder.userId })
    .from(shopOrder)
    .where(inArray(shopOrder.id, [...ids]));
