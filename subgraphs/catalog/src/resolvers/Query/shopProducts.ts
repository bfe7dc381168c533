import { toConnection } from '@vitrina/platform/pagination';
import { requireGoodsAccess } from '../../domain/visibility.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { readProductPage } from '../../queries/pages.ts';
import { shopProducts as find } from '../../queries/products.ts';

export const shopProducts: QueryResolvers['shopProducts'] = async (_root, { shopId, status, ...args }, ctx) => {
  requireGoodsAccess(ctx.actor, shopId);
  const page = readProductPage(args);
  const rows = await find(ctx.services, shopId, { status: status ?? undefined, openShopOnly: false }, page);
  return toConnection(rows, page, (row) => [row.id]);
};
