import { join } from 'node:path';
import { openScratch } from '@vitrina/platform/child-process';
import { crashPoint } from '@vitrina/platform/crash-points';
import {
  isComplete,
  type ProcessedImage,
  renderImage,
  renderLateFormats,
  sha256OfFile,
} from '@vitrina/platform/images';
import type { Result } from '@vitrina/platform/result';
import {
  type ImageFailure,
  type ImageState,
  leaseSeconds,
  maxTries,
  pauseSeconds,
  processingFailed,
} from '../domain/image-rules.ts';
import type { Services } from '../services.ts';
import { lockShop } from '../store/product.store.ts';
import {
  finishReady,
  leaseNextImage,
  markFailed,
  markReady,
  nameOriginal,
  noteDeleted,
  retryAt,
  type StoredImage,
} from '../store/product-image.store.ts';
import { touchProduct } from './touch-product.ts';

const scope = 'catalog';

const later = (services: Services, seconds: number): Date => new Date(services.clock.now().getTime() + seconds * 1_000);

const lease = (services: Services, state: ImageState): Promise<StoredImage | undefined> =>
  leaseNextImage(services.database.orm, state, later(services, leaseSeconds), services.clock.now());

/** Runs a try; one that throws is repeated after a pause, and its reason stays with the failed job, with the image it was. */
const trying = async (services: Services, row: StoredImage, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    await retryAt(services.database.orm, row.id, later(services, pauseSeconds(row.tries)));
    throw new Error(`${row.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

/** Brings the original to this machine for the time of `work`; false when it is gone from the store. */
const withOriginal = async (
  { objects }: Services,
  { originalKey }: StoredImage,
  work: (path: string, sha256: string) => Promise<void>,
): Promise<boolean> => {
  const scratch = await openScratch('catalog.image');
  return scratch.use(async (folder) => {
    const path = join(folder, 'original');
    if (!(await objects.getFile('private', originalKey, path))) return false;
    await work(path, await sha256OfFile(path));
    return true;
  });
};

const settle = async (
  services: Services,
  row: StoredImage,
  result: Result<ProcessedImage, ImageFailure>,
): Promise<boolean> => {
  const { database, clock } = services;
  if (!result.ok) {
    await markFailed(database.orm, row.id, result.refusals[0], clock.now());
    return false;
  }
  return database.transaction(async (tx) => {
    await lockShop(tx, row.shopId);
    const ready = await markReady(tx, row.id, result.value, clock.now());
    if (ready) await touchProduct(tx, services, row.productId);
    // Deleted while it was rendered: nobody else knows of the files made since.
    else await noteDeleted(tx, { id: row.id, originalKey: null, sha256: result.value.sha256 }, clock.now());
    return ready;
  });
};

/**
 * Checks and renders the new image whose turn it is, then shows it or says why not. Safe to repeat and to be killed anywhere: the row's
 * lease runs out, and the next try makes only the files that are missing. An image that kills its worker each time fails
 * alone after a number of tries.
 */
export const renderFirstFormats = async (
  services: Services,
  wakeNext: (imageId: string) => Promise<void>,
): Promise<void> => {
  const row = await lease(services, 'PROCESSING');
  if (!row) return;
  const { database, clock, objects } = services;
  const fail = (failure: ImageFailure) => markFailed(database.orm, row.id, failure, clock.now());
  if (row.tries > maxTries) return void (await fail(processingFailed));
  await trying(services, row, async () => {
    const found = await withOriginal(services, row, async (path, sha256) => {
      if (!(await database.transaction((tx) => nameOriginal(tx, row.id, sha256)))) return;
      const result = await renderImage({ objects, scope, path, sha256 });
      crashPoint('catalog.image.rendered');
      if (await settle(services, row, result)) await wakeNext(row.id);
    });
    if (!found) await fail(processingFailed);
  });
};

/**
 * Adds AVIF (GIF for animations) to the image whose turn it is of those that are shown already. When that cannot be done, the image stays as it is:
 * every browser has something to show.
 */
export const renderRemainingFormats = async (services: Services): Promise<void> => {
  const row = await lease(services, 'READY');
  if (!row?.image) return;
  const { database, objects, log } = services;
  const image = row.image;
  if (isComplete(image) || row.tries > maxTries) return void (await finishReady(database.orm, row.id));
  await trying(services, row, async () => {
    const found = await withOriginal(services, row, async (path, sha256) => {
      // A ticket's holder may have sent other bytes since; what was checked is what is shown.
      const result =
        sha256 === image.sha256 ? await renderLateFormats({ objects, scope, path, sha256 }, image) : undefined;
      if (!result?.ok)
        log.warn({ imageId: row.id, refusals: result?.refusals }, 'An image stays without its late formats');
      await finishReady(database.orm, row.id, result?.ok ? result.value : undefined);
    });
    if (!found) await finishReady(database.orm, row.id);
  });
};
