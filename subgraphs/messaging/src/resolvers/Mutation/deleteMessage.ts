import type { MutationResolvers } from '../../generated/resolvers.ts';
import { deleteMessage as remove } from '../../usecases/delete-message.ts';

/** Safe to repeat. */
export const deleteMessage: MutationResolvers['deleteMessage'] = async (_parent, { input }, ctx) => ({
  message: await remove(ctx.services, ctx.actor, input.messageId),
  userErrors: [],
});
