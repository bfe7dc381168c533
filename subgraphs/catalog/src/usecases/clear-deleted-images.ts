import { deleteRenderedImage } from '@vitrina/platform/images';
import { eq } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { lockHash } from '../store/product-image.store.ts';
import { deletedImage, productImage } from '../store/product-image.table.ts';

const batchSize = 100;

type DeletedImage = typeof deletedImage.$inferSelect;

/**
 * Removes the files of one deleted image. Rendered files are named by content and so may serve another image: they go
 * only when no row has the hash, and under the hash's lock, so that nobody begins to use them meanwhile.
 */
const clearOne = async ({ database, objects }: Services, { id, originalKey, sha256 }: DeletedImage): Promise<void> => {
  if (originalKey) await objects.delete('private', originalKey);
  await database.transaction(async (tx) => {
    if (sha256) {
      await lockHash(tx, sha256);
      const [used] = await tx
        .select({ id: productImage.id })
        .from(productImage)
        .where(eq(productImage.sha256, sha256))
        .limit(1);
      if (!used) await deleteRenderedImage(objects, { scope: 'catalog', sha256 });
    }
    await tx.delete(deletedImage).where(eq(deletedImage.id, id));
  });
};

/** Removes the files of images deleted since the last time, oldest first. What fails stays noted for the next, and keeps no other waiting. */
export const clearDeletedImages = async (services: Services, signal: AbortSignal): Promise<void> => {
  const rows = await services.database.orm
    .select()
    .from(deletedImage)
    .orderBy(deletedImage.deletedAt, deletedImage.id)
    .limit(batchSize);
  const failures: Error[] = [];
  for (const row of rows) {
    if (signal.aborted) break;
    await clearOne(services, row).catch((error: unknown) => {
      failures.push(
        new Error(`${row.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }),
      );
    });
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Files of ${failures.length} deleted images stay for now.`);
};
