import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setBlock } from '../../usecases/block-conversation.ts';
import { conversationPayload } from '../conversation-payload.ts';

/** Each side has a block of its own. */
export const unblockConversation: MutationResolvers['unblockConversation'] = async (_parent, { input }, ctx) =>
  conversationPayload(ctx, await setBlock(ctx.services, ctx.actor, input.conversationId, false));
