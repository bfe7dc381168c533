import { requireInShop } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setStatus } from '../../usecases/run-shop.ts';
import { toShopPayload } from '../shop-payload.ts';

export const reopenShop: MutationResolvers['reopenShop'] = async (_root, { input }, { services, actor }) => {
  // Only owners hold this capability.
  requireInShop(actor, input.shopId, 'staff:manage');
  return toShopPayload(await setStatus(services, input.shopId, 'ACTIVE'));
};
