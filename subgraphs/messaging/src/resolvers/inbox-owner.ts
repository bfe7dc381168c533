import { requireInShop, requireUser } from '@vitrina/platform/auth';
import { lookupKey } from '@vitrina/platform/text';
import type { InboxOwner } from '../queries/list-places.ts';
import type { Context } from '../request.ts';
import { messagesCapability, readsAll } from '../usecases/access.ts';

/** Whose conversations are meant: a shop's, for those who answer there (and support), or without one the caller's own. */
export const inboxOwner = ({ actor }: Pick<Context, 'actor'>, shopId: string | null | undefined): InboxOwner => {
  if (!shopId) return { buyerId: requireUser(actor).userId };
  if (!readsAll(actor)) requireInShop(actor, shopId, messagesCapability);
  return { shopId: lookupKey(shopId) };
};
