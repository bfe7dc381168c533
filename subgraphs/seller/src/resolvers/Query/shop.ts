import type { QueryResolvers } from '../../generated/resolvers.ts';
import { shops } from '../../queries/loaders.ts';

export const shop: QueryResolvers['shop'] = (_root, { id }, { loaders }) => loaders.one(shops).load(id);
