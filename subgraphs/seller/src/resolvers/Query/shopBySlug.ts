import type { QueryResolvers } from '../../generated/resolvers.ts';
import { shopBySlug as findBySlug } from '../../queries/shops.ts';

export const shopBySlug: QueryResolvers['shopBySlug'] = (_root, { slug }, { services }) => findBySlug(services, slug);
