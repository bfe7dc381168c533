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

/** Removes the files of images deleted since the last time. What fails stays noted for the next. */
export const clearDeletedImages = async (services: Services, signal: AbortSignal): Promise<void> => {
  const rows = await services.database.orm.select().from(deletedImage).limit(batchSize);
  for (const row of rows) {
    if (signal.aborted) return;
    await clearOne(services, row);
  }
};
