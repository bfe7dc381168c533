import { requireUser } from '@vitrina/platform/auth';
import { readPage, timeKeyParts, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { conversationsOf, countConversations, inboxKeyOf } from '../../queries/inbox.ts';

/** A person's own conversations as a buyer; those they answer for a shop are in its inbox. */
export const viewerConversations: QueryResolvers['viewerConversations'] = async (_parent, { filter, ...args }, ctx) => {
  const { userId } = requireUser(ctx.actor);
  const { database } = ctx.services;
  const page = readPage(args, timeKeyParts);
  const rows = await conversationsOf(database, userId, filter, page);
  return toConnection(rows, page, inboxKeyOf, () => countConversations(database, userId, filter));
};
