import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleProduct } from '../../queries/visible-goods.ts';

export const product: QueryResolvers['product'] = (_root, { id }, ctx) => visibleProduct(ctx, id);
