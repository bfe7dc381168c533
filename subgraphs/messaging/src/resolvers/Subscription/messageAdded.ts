import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { followMessages } from '../../queries/follow-messages.ts';
import type { MessageView } from '../../store/message-view.ts';

/** Access is checked before anything is listened to, and again while it runs. */
export const messageAdded: SubscriptionResolvers['messageAdded'] = {
  subscribe: (_parent, { conversationId, afterSeq }, { services, actor, signal }) =>
    followMessages(services, actor, conversationId, afterSeq ?? null, signal),
  resolve: (event: MessageView) => event,
};
