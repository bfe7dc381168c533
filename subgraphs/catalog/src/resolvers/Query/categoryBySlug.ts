import type { QueryResolvers } from '../../generated/resolvers.ts';
import { categoryBySlug as find } from '../../queries/categories.ts';

export const categoryBySlug: QueryResolvers['categoryBySlug'] = (_root, { slug }, ctx) => find(ctx.services, slug);
