import { invariant } from '@vitrina/platform/errors';
import { money } from '@vitrina/platform/money';
import { worksFor } from '../domain/visibility.ts';
import type { ProductVariantResolvers } from '../generated/resolvers.ts';
import { type ProductRow, productsById, type VariantRow } from '../queries/products.ts';
import { availableByVariant, stockLevelsByVariant } from '../queries/stock.ts';
import { visibleVariant } from '../queries/visible-goods.ts';
import type { Context } from '../request.ts';

/** Whoever holds a variant was allowed to see its product. */
const productOf = async ({ productId }: VariantRow, ctx: Context): Promise<ProductRow> => {
  const found = await ctx.loaders.one(productsById).load(productId);
  invariant(found, `The product ${productId} of a variant exists.`);
  return found;
};

export const ProductVariant: ProductVariantResolvers = {
  __resolveReference: ({ id }, ctx) => visibleVariant(ctx, id),
  options: async (variant, _args, ctx) => {
    const { options } = await productOf(variant, ctx);
    return options.flatMap((option) => {
      const value = option.values.find(({ code }) => code === variant.options[option.code]);
      return value ? [{ option, value }] : [];
    });
  },
  price: async (variant, _args, ctx) => money(variant.priceMinor, (await productOf(variant, ctx)).currency),
  available: async (variant, _args, ctx) => {
    if (variant.removedAt !== null) return 0;
    return (await ctx.loaders.one(availableByVariant).load(variant.id))?.available ?? 0;
  },
  product: (variant, _args, ctx) => productOf(variant, ctx),
  stockLevels: async (variant, _args, ctx) =>
    worksFor(ctx.actor, variant.shopId) ? ctx.loaders.many(stockLevelsByVariant).load(variant.id) : null,
  lowStockThreshold: (variant, _args, ctx) => (worksFor(ctx.actor, variant.shopId) ? variant.lowStockThreshold : null),
};
