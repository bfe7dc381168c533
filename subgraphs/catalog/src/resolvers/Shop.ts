import { toConnection } from '@vitrina/platform/pagination';
import { worksFor } from '../domain/visibility.ts';
import type { ShopResolvers } from '../generated/resolvers.ts';
import { newestOfShops } from '../queries/first-pages.ts';
import { isFirstPage, readProductPage } from '../queries/pages.ts';
import { shopProducts } from '../queries/products.ts';
import { locationsByShop } from '../queries/stock.ts';

/** A shop is owned by another context: any id is taken as it comes, and each field decides what it shows. */
export const Shop: ShopResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  products: async ({ id }, args, ctx) => {
    const page = readProductPage(args);
    const rows = isFirstPage(page)
      ? await ctx.loaders.many(newestOfShops(page.limit + 1)).load(id)
      : await shopProducts(ctx.services, id, { status: 'ACTIVE', openShopOnly: true }, page);
    return toConnection(rows, page, (row) => [row.id]);
  },
  stockLocations: async ({ id }, _args, ctx) =>
    worksFor(ctx.actor, id) ? ctx.loaders.many(locationsByShop).load(id) : null,
};
