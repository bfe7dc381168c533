import type { NotificationStepResolvers } from '../generated/resolvers.ts';
import { triesOfStep } from '../queries/deliveries.ts';
import { receiptsOfStep } from '../queries/receipts.ts';

export const NotificationStep: NotificationStepResolvers = {
  type: (row) => row.type as never,
  lostTries: (row) => row.lost,
  state: (row) => row.state as never,
  dueAt: (row) => (row.state === 'PENDING' ? row.dueAt : null),
  reason: (row) => row.lastError,
  receipts: async (row, _args, { loaders }) => (await loaders.many(receiptsOfStep).load(row.id)) as never,
  tries: async (row, _args, { loaders }) => (await loaders.many(triesOfStep).load(row.id)) as never,
};
