import type { QueryResolvers } from '../../generated/resolvers.ts';
import { people } from '../../queries/people.ts';

export const viewer: QueryResolvers['viewer'] = async (_root, _args, { actor, loaders }) => {
  if (actor.kind !== 'user') return null;
  const row = await loaders.one(people).load(actor.userId);
  return row && { row };
};
