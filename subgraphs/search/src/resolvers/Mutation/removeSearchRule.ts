import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removeSearchRule as remove } from '../../usecases/set-search-rule.ts';

export const removeSearchRule: MutationResolvers['removeSearchRule'] = async (_root, { input }, { services }) => {
  await remove(services, input.id);
  return { removedId: input.id, userErrors: [] };
};
