import type { Executor, Tx } from '@vitrina/platform/database';
import type { ProcessedImage } from '@vitrina/platform/images';
import { and, eq, isNotNull, lte, max, sql } from 'drizzle-orm';
import type { ImageFailure, ImageState } from '../domain/image-rules.ts';
import { textArray } from './json-rows.ts';
import { deletedImage, productImage } from './product-image.table.ts';

export type StoredImage = typeof productImage.$inferSelect;

/** Ids of a product's images in order, read under the shop's lock. */
export const imageIdsOf = async (tx: Tx, productId: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: productImage.id })
    .from(productImage)
    .where(eq(productImage.productId, productId))
    .orderBy(productImage.position, productImage.id);
  return rows.map(({ id }) => id);
};

/** The place after the last image. */
export const nextPosition = async (tx: Tx, productId: string): Promise<number> => {
  const [row] = await tx
    .select({ last: max(productImage.position) })
    .from(productImage)
    .where(eq(productImage.productId, productId));
  return (row?.last ?? -1) + 1;
};

/** Gives images the places they have in the list. */
export const writeOrder = (tx: Tx, imageIds: readonly string[], now: Date) =>
  tx.execute(sql`
    update product_image set position = given.place - 1, updated_at = ${now.toISOString()}::timestamptz
    from unnest(${textArray(imageIds)}) with ordinality as given(id, place) where product_image.id = given.id`);

/** The turn of the last image that waits in a lane, read under the shop's lock. */
export const lastTurn = async (tx: Tx, shopId: string, bulk: boolean): Promise<Date | undefined> => {
  const [row] = await tx
    .select({ last: max(productImage.turn) })
    .from(productImage)
    .where(and(eq(productImage.shopId, shopId), eq(productImage.bulk, bulk), eq(productImage.state, 'PROCESSING')));
  return row?.last ?? undefined;
};

/**
 * Takes the image whose turn it is for as long as the lease says: of two workers, each gets another one. What comes back is
 * the row as it is worked on; undefined when nothing in that state is due.
 */
export const leaseNextImage = async (
  executor: Executor,
  state: ImageState,
  until: Date,
  now: Date,
): Promise<StoredImage | undefined> => {
  const next = executor
    .select({ id: productImage.id })
    .from(productImage)
    .where(and(eq(productImage.state, state), isNotNull(productImage.dueAt), lte(productImage.dueAt, now)))
    .orderBy(productImage.turn, productImage.id)
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await executor
    .update(productImage)
    .set({ dueAt: until, tries: sql`${productImage.tries} + 1` })
    // A scalar subquery is run once, so that one row is locked and no more.
    .where(sql`${productImage.id} = (${next})`)
    .returning();
  return row;
};

/** Images that somebody should work on now: new ones whose wake was lost, failed tries, and those of dead workers. */
export const dueImages = (executor: Executor, now: Date, limit: number) =>
  executor
    .select({ id: productImage.id, state: productImage.state })
    .from(productImage)
    .where(and(isNotNull(productImage.dueAt), lte(productImage.dueAt, now)))
    .orderBy(productImage.turn)
    .limit(limit);

/**
 * Waits for everybody else who decides about the files of this hash. Rendered files are removed, and found to be there
 * already, under this lock only.
 */
export const lockHash = (tx: Tx, sha256: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`image:${sha256}`}, 0))`);

/** Notes whose bytes an image has: from then on its files are in use. False when the image is gone. */
export const nameOriginal = async (tx: Tx, id: string, sha256: string): Promise<boolean> => {
  await lockHash(tx, sha256);
  const rows = await tx
    .update(productImage)
    .set({ sha256 })
    .where(eq(productImage.id, id))
    .returning({ id: productImage.id });
  return rows.length === 1;
};

/** Makes a PROCESSING image READY, with its late formats due now. False when it is gone or was decided meanwhile. */
export const markReady = async (tx: Tx, id: string, image: ProcessedImage, now: Date): Promise<boolean> => {
  const rows = await tx
    .update(productImage)
    .set({ state: 'READY', image, dueAt: now, tries: 0, updatedAt: now })
    .where(and(eq(productImage.id, id), eq(productImage.state, 'PROCESSING')))
    .returning({ id: productImage.id });
  return rows.length === 1;
};

/** Decides that a PROCESSING image cannot be shown. */
export const markFailed = (executor: Executor, id: string, { code, message }: ImageFailure, now: Date) =>
  executor
    .update(productImage)
    .set({ state: 'FAILED', failureCode: code, failureMessage: message, dueAt: null, updatedAt: now })
    .where(and(eq(productImage.id, id), eq(productImage.state, 'PROCESSING')));

/** Ends the work on a READY image, with its late formats or without them. False when it is gone. */
export const finishReady = async (executor: Executor, id: string, image?: ProcessedImage): Promise<boolean> => {
  const rows = await executor
    .update(productImage)
    .set({ dueAt: null, ...(image ? { image } : {}) })
    .where(and(eq(productImage.id, id), eq(productImage.state, 'READY')))
    .returning({ id: productImage.id });
  return rows.length === 1;
};

/** Lets a leased image be tried again at that time. */
export const retryAt = (executor: Executor, id: string, at: Date) =>
  executor
    .update(productImage)
    .set({ dueAt: at })
    .where(and(eq(productImage.id, id), isNotNull(productImage.dueAt)));

/** Remembers files to be removed; a later note about the same image adds nothing but the hash. */
export const noteDeleted = (
  executor: Executor,
  image: { readonly id: string; readonly originalKey: string | null; readonly sha256: string | null },
  now: Date,
) =>
  executor
    .insert(deletedImage)
    .values({ ...image, deletedAt: now })
    .onConflictDoUpdate({ target: deletedImage.id, set: { sha256: image.sha256 } });
