import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { type ActivityEvent, followActivity } from '../../queries/follow-activity.ts';

/** Access is checked before anything is listened to, and again while it runs. */
export const conversationActivity: SubscriptionResolvers['conversationActivity'] = {
  subscribe: (_parent, { conversationId }, { services, actor, signal }) =>
    followActivity(services, actor, conversationId, signal),
  resolve: (event: ActivityEvent) => event,
};
