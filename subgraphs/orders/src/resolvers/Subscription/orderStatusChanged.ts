import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { followOrders } from '../../queries/follow-orders.ts';
import type { OrderEventRow } from '../../store/order.table.ts';

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
