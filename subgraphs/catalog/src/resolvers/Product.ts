import { invariant } from '@vitrina/platform/errors';
import { money } from '@vitrina/platform/money';
import { toConnection } from '@vitrina/platform/pagination';
import { textIn } from '../domain/localised-text.ts';
import { worksFor } from '../domain/visibility.ts';
import type { ProductResolvers } from '../generated/resolvers.ts';
import { categoriesById } from '../queries/categories.ts';
import { firstVariants } from '../queries/first-pages.ts';
import { isFirstPage, readVariantPage } from '../queries/pages.ts';
import { visibleImages } from '../queries/product-images.ts';
import { variantPage } from '../queries/products.ts';
import { visibleProduct } from '../queries/visible-goods.ts';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }, ctx) => visibleProduct(ctx, id),
  title: ({ titles }, { locale }, ctx) => textIn(titles, locale ?? ctx.meta.locale) ?? '',
  description: ({ descriptions }, { locale }, ctx) => textIn(descriptions, locale ?? ctx.meta.locale) ?? null,
  externalId: (product, _args, ctx) => (worksFor(ctx.actor, product.shopId) ? product.externalId : null),
  shop: ({ shopId }) => ({ id: shopId }),
  category: async ({ categoryId }, _args, ctx) => {
    const found = await ctx.loaders.one(categoriesById).load(categoryId);
    invariant(found, `The category ${categoryId} of a product exists.`);
    return found;
  },
  attributes: ({ attributes, categoryId }) => attributes.map((value) => ({ value, categoryId })),
  priceRange: (product) => product,
  images: ({ id }, _args, ctx) => visibleImages(ctx, id),
  variants: async ({ id, variantCount }, args, ctx) => {
    const page = readVariantPage(args);
    const rows = isFirstPage(page)
      ? await ctx.loaders.many(firstVariants(page.limit + 1)).load(id)
      : await variantPage(ctx.services, id, page);
    return toConnection(rows, page, (row) => [row.position, row.id], variantCount);
  },
};

export const ProductPriceRange = {
  min: ({ minPriceMinor, currency }: { minPriceMinor: bigint; currency: string }) => money(minPriceMinor, currency),
  max: ({ maxPriceMinor, currency }: { maxPriceMinor: bigint; currency: string }) => money(maxPriceMinor, currency),
};
