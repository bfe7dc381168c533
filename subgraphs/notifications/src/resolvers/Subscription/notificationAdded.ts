import { requireUser } from '@vitrina/platform/auth';
import { resumable } from '@vitrina/platform/pubsub';
import type { SubscriptionResolvers } from '../../generated/resolvers.ts';
import { lastSequence, notificationsAfter } from '../../queries/notifications.ts';
import type { NotificationRow } from '../../queries/rows.ts';
import { topicOf } from '../../usecases/topic.ts';

export const notificationAdded: SubscriptionResolvers['notificationAdded'] = {
  subscribe: async (_root, { afterSequence }, { services, actor, signal }) => {
    const { userId } = requireUser(actor);
    return resumable<NotificationRow>({
      pubsub: services.pubsub,
      topic: topicOf(userId),
      after: afterSequence ?? (await lastSequence(services, userId)),
      read: (sequence) => notificationsAfter(services, userId, sequence),
      positionOf: ({ sequence }) => sequence,
      signal,
    }) as never;
  },
  resolve: (row: unknown) => row as NotificationRow,
};
