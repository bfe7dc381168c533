import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ports } from '../ports.ts';
import { orderGroup, shopOrder } from '../store/order.table.ts';

/**
 * How orders stand now; unknown ones are left out. A purchase whose payment failed leaves its cart as it was, so paying
 * helps until that cart is bought by another purchase.
 */
export const orderNews = ({ database: { orm } }: Ports, ids: readonly string[]) => {
  const later = alias(orderGroup, 'later');
  const boughtSince = orm
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.cartId, orderGroup.cartId),
        ne(later.id, orderGroup.id),
        inArray(later.phase, ['PROCESSING', 'CONFIRMED', 'SETTLED']),
      ),
    );
  return orm
    .select({
      orderId: shopOrder.id,
      number: shopOrder.number,
      status: shopOrder.status,
      awaitsPayment: sql<boolean>`${orderGroup.terms} = 'PREPAID' and (
        (${orderGroup.phase} = 'REQUIRES_ACTION' and ${shopOrder.status} = 'DRAFT') or
        (${orderGroup.phase} = 'CANCELLED' and ${shopOrder.cancelReason} = 'PAYMENT_FAILED' and not exists (${boughtSince})))`,
    })
    .from(shopOrder)
    .innerJoin(orderGroup, eq(orderGroup.id, shopOrder.groupId))
    .where(inArray(shopOrder.id, [...ids]));
};
