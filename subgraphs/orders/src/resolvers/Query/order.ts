import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleOrder } from '../Order.ts';

/** Null alike for what is missing and what is hidden. */
export const order: QueryResolvers['order'] = (_parent, { id }, ctx) => visibleOrder(id, ctx);
