import { compiled, type Executor } from '@vitrina/platform/database';
import { eq, sql, sum } from 'drizzle-orm';
import { orderLine, shopOrder } from '../store/order.table.ts';

export interface Units {
  readonly variantId: string;
  readonly quantity: number;
}

const total = () => sum(orderLine.quantity).mapWith(Number);

const unitsIn = compiled((orm) =>
  orm
    .select({ variantId: orderLine.variantId, quantity: total() })
    .from(orderLine)
    .innerJoin(shopOrder, eq(shopOrder.id, orderLine.orderId))
    .where(eq(shopOrder.groupId, sql.placeholder('groupId')))
    .groupBy(orderLine.variantId)
    .orderBy(orderLine.variantId),
);

/** How many units of each variant a whole group takes. */
export const unitsOfGroup = (executor: Executor, groupId: string): Promise<Units[]> => unitsIn(executor, { groupId });

/** How many units of each variant one order takes. */
export const unitsOfOrder = async (executor: Executor, orderId: string): Promise<Units[]> =>
  executor
    .select({ variantId: orderLine.variantId, quantity: total() })
    .from(orderLine)
    .where(eq(orderLine.orderId, orderId))
    .groupBy(orderLine.variantId)
    .orderBy(orderLine.variantId);
