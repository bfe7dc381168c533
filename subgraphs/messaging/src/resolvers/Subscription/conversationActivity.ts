import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { type ActivityEvent, followActivity } from '../../queries/follow-activity.ts';

/** Access is checked before anything is listened to, and again while it runs. */
export const conversationActivity: SubscriptionResolvers['conversationActivity'] = {
  subscribe: (_parent, { conversationId, afterEdit }, { services, actor, signal }) =>
    followActivity(services, actor, conversationId, afterEdit ?? null, signal),
  resolve: (event: ActivityEvent) => event,
};
