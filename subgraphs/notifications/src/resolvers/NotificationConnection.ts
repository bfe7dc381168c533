import type { NotificationConnectionResolvers } from '../generated/resolvers.ts';
import { countUnread } from '../queries/notifications.ts';

export const NotificationConnection: NotificationConnectionResolvers = {
  unreadCount: ({ userId }, _args, { services }) => countUnread(services, userId),
};
