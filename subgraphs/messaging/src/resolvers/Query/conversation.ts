import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleConversation } from '../visible.ts';

/** Null alike for what is missing and what is hidden. */
export const conversation: QueryResolvers['conversation'] = (_parent, { id }, ctx) => visibleConversation(id, ctx);
