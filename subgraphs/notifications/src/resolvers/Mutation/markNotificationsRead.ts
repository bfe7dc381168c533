import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { countUnread } from '../../queries/notifications.ts';
import { markRead } from '../../usecases/mark-read.ts';

export const markNotificationsRead: MutationResolvers['markNotificationsRead'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { userId } = requireUser(actor);
  const markedCount = await markRead(services, userId, input.upToSequence);
  return { markedCount, unreadCount: await countUnread(services, userId), userErrors: [] };
};
