import type { Actor } from '@vitrina/platform/auth';
import { requireInShop } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { eq } from 'drizzle-orm';
import { checkAlt, imagesChanged, isReordering } from '../domain/image-rules.ts';
import { maySee, notFound, worksFor } from '../domain/visibility.ts';
import { imagesById, type ProductImageRow } from '../queries/product-images.ts';
import { productsById } from '../queries/products.ts';
import type { Services } from '../services.ts';
import { lockShop } from '../store/product.store.ts';
import { product } from '../store/product.table.ts';
import { imageIdsOf, noteDeleted, writeOrder } from '../store/product-image.store.ts';
import { productImage } from '../store/product-image.table.ts';
import { editableProduct } from './attach-image.ts';
import { staleVersion } from './set-products.ts';
import { touchProduct } from './touch-product.ts';

/** An image this actor may change. One it may not see looks like one there is not. */
const editableImage = async (services: Services, actor: Actor, imageId: string): Promise<ProductImageRow> => {
  const [row] = isId(imageId, 'img') ? await imagesById.load(services, [imageId]) : [];
  if (!row || (row.state !== 'READY' && !worksFor(actor, row.shopId))) throw notFound('image');
  const [owner] = await productsById.load(services, [row.productId]);
  if (!owner || !maySee(actor, owner)) throw notFound('image');
  requireInShop(actor, row.shopId, 'catalog:write');
  return row;
};

/** The version a product has by now when it is not the expected one. */
const staleFor = async (
  tx: Tx,
  productId: string,
  expectedVersion: number | null | undefined,
): Promise<Refusal | undefined> => {
  if (expectedVersion == null) return undefined;
  const [row] = await tx.select({ version: product.version }).from(product).where(eq(product.id, productId));
  return row && row.version !== expectedVersion ? staleVersion([], row.version) : undefined;
};

export interface DescribeImageInput {
  readonly imageId: string;
  readonly alt: string;
  readonly expectedVersion?: number | null | undefined;
}

/** Says anew what a picture shows; the same text again changes nothing. */
export const describeImage = async (
  services: Services,
  actor: Actor,
  { imageId, alt, expectedVersion }: DescribeImageInput,
): Promise<Result<string, Refusal>> => {
  const { shopId, productId } = await editableImage(services, actor, imageId);
  const checked = checkAlt(alt);
  if (!checked.ok) return checked;
  return services.database.transaction(async (tx) => {
    await lockShop(tx, shopId);
    const stale = await staleFor(tx, productId, expectedVersion);
    if (stale) return refuse(stale);
    const [before] = await tx.select().from(productImage).where(eq(productImage.id, imageId));
    if (!before) throw notFound('image');
    if (before.alt === checked.value) return ok(imageId);
    await tx
      .update(productImage)
      .set({ alt: checked.value, updatedAt: services.clock.now() })
      .where(eq(productImage.id, imageId));
    await touchProduct(tx, services, productId);
    return ok(imageId);
  });
};

export interface ReorderImagesInput {
  readonly productId: string;
  readonly imageIds: readonly string[];
  readonly expectedVersion?: number | null | undefined;
}

/** Puts all pictures of a product into the given order. Naming every one of them shows that the caller saw them all. */
export const reorderImages = async (
  services: Services,
  actor: Actor,
  { productId, imageIds, expectedVersion }: ReorderImagesInput,
): Promise<Result<string, Refusal>> => {
  const { shopId } = await editableProduct(services, actor, productId);
  return services.database.transaction(async (tx) => {
    await lockShop(tx, shopId);
    const stale = await staleFor(tx, productId, expectedVersion);
    if (stale) return refuse(stale);
    const present = await imageIdsOf(tx, productId);
    if (!isReordering(present, imageIds)) return refuse(imagesChanged());
    if (present.every((id, index) => imageIds[index] === id)) return ok(productId);
    await writeOrder(tx, imageIds, services.clock.now());
    await touchProduct(tx, services, productId);
    return ok(productId);
  });
};

/** Removes a picture; a sweep removes its files when no other picture has the same bytes. Answers with the product. */
export const deleteImage = async (services: Services, actor: Actor, imageId: string): Promise<string> => {
  const { shopId, productId } = await editableImage(services, actor, imageId);
  await services.database.transaction(async (tx) => {
    await lockShop(tx, shopId);
    const [gone] = await tx.delete(productImage).where(eq(productImage.id, imageId)).returning();
    if (!gone) throw notFound('image');
    await noteDeleted(tx, gone, services.clock.now());
    if (gone.state === 'READY') await touchProduct(tx, services, productId);
  });
  return productId;
};
