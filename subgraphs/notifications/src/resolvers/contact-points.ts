import type { NotificationPhoneResolvers, PushSubscriptionResolvers } from '../generated/resolvers.ts';

export const PushSubscription: PushSubscriptionResolvers = {
  registeredAt: (row) => row.confirmedAt ?? row.createdAt,
};

export const NotificationPhone: NotificationPhoneResolvers = {
  hint: (row) => row.label,
  confirmed: (row) => row.confirmedAt !== null,
};
