import type { NotificationRunResolvers } from '../generated/resolvers.ts';
import { digestById, stepsOfRun } from '../queries/runs.ts';

export const NotificationRun: NotificationRunResolvers = {
  kind: (row) => row.workflow,
  category: (row) => row.category as never,
  state: async (row, _args, { loaders }) => {
    if (row.state !== 'STARTED') return row.state as 'DIGESTED' | 'CANCELLED';
    const steps = await loaders.many(stepsOfRun).load(row.id);
    return steps.some(({ state }) => state === 'PENDING') ? 'RUNNING' : 'DONE';
  },
  digest: async (row, _args, { loaders }) => {
    const found = row.digestId === null ? null : await loaders.one(digestById).load(row.digestId);
    return found && { ...found, open: found.state === 'OPEN' };
  },
  steps: (row, _args, { loaders }) => loaders.many(stepsOfRun).load(row.id),
};
