import type { OrderRow } from '../store/order.table.ts';

/** The part every order event carries. */
export const factsOf = (order: OrderRow) => ({
  orderId: order.id,
  groupId: order.groupId,
  shopId: order.shopId,
  buyerId: order.userId,
  number: order.number,
});
