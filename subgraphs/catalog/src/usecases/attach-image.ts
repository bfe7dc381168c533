import type { Actor } from '@vitrina/platform/auth';
import { requireInShop } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { imageContentTypes } from '@vitrina/platform/images';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { ReceivedUpload, UploadTicket } from '@vitrina/platform/uploads';
import { and, eq } from 'drizzle-orm';
import { checkAlt, maxImages, tooManyImages } from '../domain/image-rules.ts';
import { turnAfter } from '../domain/image-turns.ts';
import { maySee, notFound } from '../domain/visibility.ts';
import { wakeRenderer } from '../jobs/render-images.job.ts';
import { type ProductRow, productsById } from '../queries/products.ts';
import type { Services } from '../services.ts';
import { lockShop } from '../store/product.store.ts';
import { imageIdsOf, lastTurn, nextPosition } from '../store/product-image.store.ts';
import { productImage } from '../store/product-image.table.ts';

const purpose = 'catalog.product-image';
const maxBytes = 32 * 1024 * 1024;

/** Uploads belong to whoever opened them. */
const idOf = (actor: Actor): string => {
  if (actor.kind === 'user') return actor.userId;
  invariant(actor.kind === 'client', 'Only people and API clients have capabilities in a shop.');
  return actor.clientId;
};

/** A product whose pictures this actor may change. Missing and invisible look the same. */
export const editableProduct = async (services: Services, actor: Actor, productId: string): Promise<ProductRow> => {
  const [found] = await productsById.load(services, [productId]);
  if (!found || !maySee(actor, found)) throw notFound('product');
  requireInShop(actor, found.shopId, 'catalog:write');
  return found;
};

export interface OpenImageUploadInput {
  readonly productId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** Lets the actor send one picture for one product. */
export const openImageUpload = async (
  services: Services,
  actor: Actor,
  { productId, fileName, sizeBytes }: OpenImageUploadInput,
): Promise<Result<UploadTicket, Refusal>> => {
  await editableProduct(services, actor, productId);
  return services.database.transaction(async (tx) => {
    if ((await imageIdsOf(tx, productId)).length >= maxImages) return refuse(tooManyImages());
    return services.uploads.open(tx, {
      purpose,
      actorId: idOf(actor),
      subjectId: productId,
      fileName,
      sizeBytes,
      accepts: imageContentTypes,
      maxBytes,
    });
  });
};

export interface AttachImageInput {
  readonly productId: string;
  readonly uploadId: string;
  readonly alt?: string | null | undefined;
}

const uploadNotFound = (): Refusal =>
  plainRefusal('UPLOAD_NOT_FOUND', ['uploadId'], 'There is no such upload for this product; open a new one.');

/** The image an upload has become on this product already: a repeated call finds it. */
const attachedBefore = async (
  { database }: Services,
  { productId, uploadId }: AttachImageInput,
): Promise<string | undefined> => {
  const [row] = await database.orm
    .select({ id: productImage.id })
    .from(productImage)
    .where(and(eq(productImage.uploadId, uploadId), eq(productImage.productId, productId)));
  return row?.id;
};

const addImage = async (
  tx: Tx,
  services: Services,
  { id: productId, shopId }: ProductRow,
  { received, alt, bulk }: { readonly received: ReceivedUpload; readonly alt: string; readonly bulk: boolean },
): Promise<Result<string, Refusal>> => {
  await lockShop(tx, shopId);
  if ((await imageIdsOf(tx, productId)).length >= maxImages) return refuse(tooManyImages());
  if (!(await services.uploads.claim(tx, received.id))) return refuse(uploadNotFound());
  const now = services.clock.now();
  const id = newId('img');
  await tx.insert(productImage).values({
    id,
    productId,
    shopId,
    position: await nextPosition(tx, productId),
    alt,
    state: 'PROCESSING',
    uploadId: received.id,
    originalKey: received.object.key,
    bulk,
    turn: turnAfter(await lastTurn(tx, shopId, bulk), now, bulk),
    dueAt: now,
    tries: 0,
    createdAt: now,
    updatedAt: now,
  });
  return ok(id);
};

const addReceived = async (
  services: Services,
  actor: Actor,
  owner: ProductRow,
  { uploadId, alt }: { readonly uploadId: string; readonly alt: string },
): Promise<Result<string, Refusal>> => {
  const received = await services.uploads.receive(uploadId, { actorId: idOf(actor), purpose });
  if (!received.ok) return received;
  if (received.value.subjectId !== owner.id) return refuse(uploadNotFound());
  const added = await services.database.transaction((tx) =>
    addImage(tx, services, owner, { received: received.value, alt, bulk: actor.kind === 'client' }),
  );
  if (added.ok) await wakeRenderer(services, added.value);
  return added;
};

/**
 * Adds an uploaded picture to a product. It is stored as due for rendering; the wake that follows the transaction only
 * saves waiting for the sweep.
 */
export const attachImage = async (
  services: Services,
  actor: Actor,
  input: AttachImageInput,
): Promise<Result<string, Refusal>> => {
  const found = await editableProduct(services, actor, input.productId);
  const alt = checkAlt(input.alt);
  if (!alt.ok) return alt;
  const before = await attachedBefore(services, input);
  if (before) return ok(before);
  const added = await addReceived(services, actor, found, { uploadId: input.uploadId, alt: alt.value });
  if (added.ok) return added;
  // Two calls with one upload: the slower one finds what the other has made of it, wherever it was overtaken.
  const meanwhile = await attachedBefore(services, input);
  return meanwhile ? ok(meanwhile) : added;
};
