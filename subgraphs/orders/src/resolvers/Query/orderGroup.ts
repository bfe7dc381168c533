import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleGroup } from '../OrderGroup.ts';

/** Null alike for what is missing and what is hidden; shops see their orders only. */
export const orderGroup: QueryResolvers['orderGroup'] = (_parent, { id }, ctx) => visibleGroup(id, ctx);
