import type { NotificationStepResolvers } from '../generated/resolvers.ts';
import { triesOfStep } from '../queries/deliveries.ts';

export const NotificationStep: NotificationStepResolvers = {
  type: (row) => row.type as never,
  state: (row) => row.state as never,
  dueAt: (row) => (row.state === 'PENDING' ? row.dueAt : null),
  reason: (row) => row.lastError,
  tries: async (row, _args, { loaders }) => (await loaders.many(triesOfStep).load(row.id)) as never,
};
