import { invariant } from '@vitrina/platform/errors';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { type ConversationEvent, followInbox } from '../../queries/follow-inbox.ts';
import type { Context } from '../../request.ts';
import { inboxOwner } from '../inbox-owner.ts';
import { visibleConversation } from '../visible.ts';

/** The event is an id; what stands there is read when it is told. */
export const conversationChanged: SubscriptionResolvers['conversationChanged'] = {
  subscribe: async (_parent, { shopId, afterActivity }, ctx) =>
    followInbox(ctx.services, inboxOwner(ctx, shopId), afterActivity ?? null, ctx.signal),
  resolve: async ({ conversationId }: ConversationEvent, _args: unknown, ctx: Context) => {
    const row = await visibleConversation(conversationId, ctx);
    invariant(row, `The conversation ${conversationId} is hidden from somebody whose list it is in.`);
    return row;
  },
};
