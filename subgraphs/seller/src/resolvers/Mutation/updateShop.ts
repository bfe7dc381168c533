import { requireInShop } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { updateShop as update } from '../../usecases/run-shop.ts';
import { toShopPayload } from '../shop-payload.ts';

export const updateShop: MutationResolvers['updateShop'] = async (_root, { input }, { services, actor }) => {
  const { shopId, expectedVersion, ...fields } = input;
  requireInShop(actor, shopId, 'shop:settings');
  return toShopPayload(await update(services, shopId, expectedVersion, fields));
};
