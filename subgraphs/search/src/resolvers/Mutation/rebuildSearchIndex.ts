import type { MutationResolvers } from '../../generated/resolvers.ts';
import { wakeRebuild } from '../../jobs/rebuild-index.job.ts';
import { readIndexStatus } from '../../queries/index-status.ts';
import { askForBuild } from '../../store/index-state.ts';

export const rebuildSearchIndex: MutationResolvers['rebuildSearchIndex'] = async (_root, _args, { services }) => {
  if (await askForBuild(services.database.orm)) await wakeRebuild(services);
  return { index: await readIndexStatus(services), userErrors: [] };
};
