import { requireUser } from '@vitrina/platform/auth';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listNotifications } from '../../queries/notifications.ts';

export const notifications: QueryResolvers['notifications'] = async (
  _root,
  { unreadOnly, ...page },
  { services, actor },
) => {
  const { userId } = requireUser(actor);
  return { ...(await listNotifications(services, userId, unreadOnly, page)), userId };
};
