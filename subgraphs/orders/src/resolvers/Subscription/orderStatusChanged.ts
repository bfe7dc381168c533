import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { followOrders } from '../../queries/follow-orders.ts';
import type { OrderEventRow } from '../../store/order.table.ts';

/** Each event is an `order_event` row; fields are resolved anew per event, so they are never older than it. */
export const orderStatusChanged: SubscriptionResolvers['orderStatusChanged'] = {
  subscribe: (_parent, { groupId, orderId, afterVersion }, { services, identity, signal }) =>
    followOrders(
      services,
      identity,
      { groupId: groupId ?? null, orderId: orderId ?? null, afterVersion: afterVersion ?? null },
      signal,
    ),
  resolve: (event: OrderEventRow) => event,
};
