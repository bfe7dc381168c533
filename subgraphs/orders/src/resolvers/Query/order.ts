import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleOrder } from '../Order.ts';

export const order: QueryResolvers['order'] = (_parent, { id }, ctx) => visibleOrder(id, ctx);
