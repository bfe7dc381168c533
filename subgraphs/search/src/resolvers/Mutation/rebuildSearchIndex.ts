import type { MutationResolvers } from '../../generated/resolvers.ts';
import { wakeRebuild } from '../../jobs/rebuild-index.job.ts';
import { readIndexStatus } from '../../queries/index-status.ts';
import { askForRebuild } from '../../usecases/ask-for-rebuild.ts';

export const rebuildSearchIndex: MutationResolvers['rebuildSearchIndex'] = async (_root, _args, { services }) => {
  if (await askForRebuild(services)) await wakeRebuild(services);
  return { index: await readIndexStatus(services), userErrors: [] };
};
