import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { sendTyping as send } from '../../usecases/send-typing.ts';

/** Told to whoever follows, and kept nowhere. */
export const sendTyping: MutationResolvers['sendTyping'] = async (_parent, { input }, ctx) => {
  const { value, userErrors } = toPayload(await send(ctx.services, ctx.actor, input.conversationId));
  return { conversation: value, userErrors };
};
