import { requireInShop } from '@vitrina/platform/auth';
import { readPage, timeKeyParts, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { countInbox, inboxKeyOf, inboxOf } from '../../queries/inbox.ts';
import { messagesCapability, readsAll } from '../../usecases/access.ts';

/** One inbox for all who answer for the shop. */
export const inbox: QueryResolvers['inbox'] = async (_parent, { shopId, filter, ...args }, ctx) => {
  if (!readsAll(ctx.actor)) requireInShop(ctx.actor, shopId, messagesCapability);
  const { database } = ctx.services;
  const page = readPage(args, timeKeyParts);
  const rows = await inboxOf(database, shopId, filter, page);
  return toConnection(rows, page, inboxKeyOf, () => countInbox(database, shopId, filter));
};
