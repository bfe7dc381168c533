import type { QueryResolvers } from '../../generated/resolvers.ts';
import { categoriesById } from '../../queries/categories.ts';

export const category: QueryResolvers['category'] = (_root, { id }, ctx) => ctx.loaders.one(categoriesById).load(id);
