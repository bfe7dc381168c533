import { isId } from '@vitrina/platform/ids';
import { asc, sql } from 'drizzle-orm';
import { worksFor } from '../domain/visibility.ts';
import type { Context } from '../request.ts';
import { textArray } from '../store/json-rows.ts';
import { productImage } from '../store/product-image.table.ts';
import type { WithDatabase } from './products.ts';
import { visibleProduct } from './visible-goods.ts';

/** A picture of a product, in whatever state. */
export type ProductImageRow = typeof productImage.$inferSelect;

/** Pictures by id, visible or not. */
export const imagesById = {
  load: ({ database }: WithDatabase, ids: readonly string[]): Promise<ProductImageRow[]> =>
    database.orm
      .select()
      .from(productImage)
      .where(sql`${productImage.id} = any(${textArray(ids)})`),
  keyOf: (row: ProductImageRow) => row.id,
};

/** All pictures of products, in the order to show them. */
const imagesOfProducts = {
  load: ({ database }: WithDatabase, productIds: readonly string[]): Promise<ProductImageRow[]> =>
    database.orm
      .select()
      .from(productImage)
      .where(sql`${productImage.productId} = any(${textArray(productIds)})`)
      .orderBy(asc(productImage.position), asc(productImage.id)),
  keyOf: (row: ProductImageRow) => row.productId,
};

/** True when this actor may see a picture of a product it may see. */
const maySeeImage = (ctx: Context, row: ProductImageRow): boolean =>
  row.state === 'READY' || worksFor(ctx.actor, row.shopId);

/** The pictures of a product that this caller may see; the caller may see the product. */
export const visibleImages = async (ctx: Context, productId: string): Promise<ProductImageRow[]> =>
  (await ctx.loaders.many(imagesOfProducts).load(productId)).filter((row) => maySeeImage(ctx, row));

/** A picture, if there is one and this caller may see it; both answers look the same to those who may not. */
export const visibleImage = async (ctx: Context, id: string): Promise<ProductImageRow | null> => {
  if (!isId(id, 'img')) return null;
  const row = await ctx.loaders.one(imagesById).load(id);
  if (!row || !maySeeImage(ctx, row)) return null;
  return (await visibleProduct(ctx, row.productId)) ? row : null;
};

/** A picture this request has just written, read anew. */
export const writtenImage = (ctx: Context, id: string): Promise<ProductImageRow | null> =>
  ctx.loaders.one(imagesById).clear(id).load(id);
