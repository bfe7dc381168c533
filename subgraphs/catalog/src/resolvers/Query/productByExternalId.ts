import { requireGoodsAccess } from '../../domain/visibility.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { productByExternalId as find } from '../../queries/products.ts';

export const productByExternalId: QueryResolvers['productByExternalId'] = (_root, { shopId, externalId }, ctx) => {
  requireGoodsAccess(ctx.actor, shopId);
  return find(ctx.services, shopId, externalId);
};
