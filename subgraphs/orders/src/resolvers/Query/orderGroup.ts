import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleGroup } from '../OrderGroup.ts';

export const orderGroup: QueryResolvers['orderGroup'] = (_parent, { id }, ctx) => visibleGroup(id, ctx);
