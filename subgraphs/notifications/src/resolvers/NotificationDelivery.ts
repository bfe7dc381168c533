import type { NotificationDeliveryResolvers } from '../generated/resolvers.ts';
import { triesOfStep } from '../queries/deliveries.ts';
import { receiptsOfStep } from '../queries/receipts.ts';

export const NotificationDelivery: NotificationDeliveryResolvers = {
  channel: (row) => row.type as never,
  lostTries: (row) => row.lost,
  state: (row) => row.state as never,
  nextTryAt: (row) => (row.state === 'PENDING' ? row.dueAt : null),
  sentAt: (row) => (row.state === 'SENT' ? row.settledAt : null),
  receipts: async (row, _args, { loaders }) => (await loaders.many(receiptsOfStep).load(row.id)) as never,
  tries: async (row, _args, { loaders }) => (await loaders.many(triesOfStep).load(row.id)) as never,
};
