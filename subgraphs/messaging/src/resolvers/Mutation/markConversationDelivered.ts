import type { MutationResolvers } from '../../generated/resolvers.ts';
import { markConversation } from '../../usecases/mark-conversation.ts';
import { conversationPayload } from '../conversation-payload.ts';

/** Marks only move forward, so it is safe to repeat and may come late. */
export const markConversationDelivered: MutationResolvers['markConversationDelivered'] = async (
  _parent,
  { input },
  ctx,
) => conversationPayload(ctx, await markConversation(ctx.services, ctx.actor, 'delivered', input));
