import type { NotificationDeliveryResolvers } from '../generated/resolvers.ts';

export const NotificationDelivery: NotificationDeliveryResolvers = {
  state: (row) => row.state as never,
};
