import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { followProgress, type ProgressView } from '../../queries/progress.ts';

/** Access is checked before anything is listened to. */
export const videoProgress: SubscriptionResolvers['videoProgress'] = {
  subscribe: (_parent, { videoId }, { services, identity, signal }) =>
    followProgress(services, identity, videoId, signal),
  resolve: (event: ProgressView) => event,
};
