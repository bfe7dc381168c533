import { requireInShop } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { createLocation } from '../../usecases/create-location.ts';

export const createStockLocation: MutationResolvers['createStockLocation'] = async (_root, { input }, ctx) => {
  requireInShop(ctx.actor, input.shopId, 'stock:write');
  const { value, userErrors } = toPayload(await createLocation(ctx.services, input.shopId, input.name));
  return { location: value, userErrors };
};
