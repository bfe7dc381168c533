import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { followLiveStream } from '../../queries/live-streams.ts';
import type { LiveStreamRow } from '../../store/live.table.ts';

/** Access is checked before anything is listened to. */
export const liveStreamStatus: SubscriptionResolvers['liveStreamStatus'] = {
  subscribe: (_parent, { liveStreamId }, { services, actor, signal }) =>
    followLiveStream(services, actor, liveStreamId, signal),
  resolve: (event: LiveStreamRow) => event,
};
