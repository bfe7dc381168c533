import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { openConversation as open } from '../../usecases/open-conversation.ts';

/** Whoever opens is checked against the context that owns the subject. */
export const openConversation: MutationResolvers['openConversation'] = async (_parent, { input }, ctx) => {
  const { productId, orderId } = input;
  const opened = await open(ctx.services, ctx.actor, { productId: productId ?? null, orderId: orderId ?? null });
  const { value, userErrors } = toPayload(opened);
  return { conversation: value, userErrors };
};
