import { isId } from '@vitrina/platform/ids';
import { maySee } from '../domain/visibility.ts';
import type { Context } from '../request.ts';
import { type ProductRow, productsById, type VariantRow, variantsById } from './products.ts';

/** A product, if there is one and this caller may see it. Both answers look the same to those who may not. */
export const visibleProduct = async (ctx: Context, id: string): Promise<ProductRow | null> => {
  if (!isId(id, 'prd')) return null;
  const row = await ctx.loaders.one(productsById).load(id);
  return row && maySee(ctx.actor, row) ? row : null;
};

/** A variant of a product this caller may see. One that left its product stays readable by id: orders point at it. */
export const visibleVariant = async (ctx: Context, id: string): Promise<VariantRow | null> => {
  if (!isId(id, 'var')) return null;
  const row = await ctx.loaders.one(variantsById).load(id);
  return row && (await visibleProduct(ctx, row.productId)) ? row : null;
};

/** A product this request has just written, read anew; the caller was allowed to write it. */
export const writtenProduct = (ctx: Context, id: string): Promise<ProductRow | null> =>
  ctx.loaders.one(productsById).clear(id).load(id);

/** Variants this request has just changed, in the order of the ids. */
export const writtenVariants = async (ctx: Context, ids: readonly string[]): Promise<VariantRow[]> => {
  const rows = await Promise.all(ids.map((id) => ctx.loaders.one(variantsById).load(id)));
  return rows.filter((row) => row !== null);
};
