import type { QueryResolvers } from '../../generated/resolvers.ts';
import { rootCategories } from '../../queries/categories.ts';

export const categories: QueryResolvers['categories'] = (_root, _args, ctx) => rootCategories(ctx.services);
