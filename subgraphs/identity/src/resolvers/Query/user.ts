import type { QueryResolvers } from '../../generated/resolvers.ts';
import { people } from '../../queries/people.ts';

export const user: QueryResolvers['user'] = async (_root, { id }, { loaders }) => {
  const row = await loaders.one(people).load(id);
  return row && { row };
};
