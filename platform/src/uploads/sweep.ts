import { and, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { upload } from '../database/tables/upload.table.ts';
import type { ObjectStore } from '../objects/index.ts';
import { uploadKey } from './create-uploads.ts';

const minuteMs = 60_000;
/** A request that began in time may still be writing when the time is over. */
const graceMs = 60 * minuteMs;
/** A used upload is remembered so that using it twice gets a clear answer. */
const rememberUsedMs = 7 * 24 * 60 * minuteMs;
const batch = 200;

/**
 * Deletes uploads nobody used: first the bytes, then the row, so that a sweep that is cut leaves nothing without an
 * owner. What was claimed belongs to who claimed it; only its row goes, later.
 */
export const sweepUploads = async (
  database: Database,
  objects: ObjectStore,
  now: Date,
  signal: AbortSignal,
): Promise<number> => {
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  let swept = 0;
  while (!signal.aborted) {
    const abandoned = await database.orm
      .select({ id: upload.id })
      .from(upload)
      .where(and(isNull(upload.claimedAt), lt(upload.expiresAt, before(graceMs))))
      .limit(batch);
    for (const { id } of abandoned) await objects.delete('private', uploadKey(id));
    if (abandoned.length > 0)
      await database.orm.delete(upload).where(
        inArray(
          upload.id,
          abandoned.map(({ id }) => id),
        ),
      );
    swept += abandoned.length;
    if (abandoned.length < batch) break;
  }
  await database.orm
    .delete(upload)
    .where(and(isNotNull(upload.claimedAt), lt(upload.claimedAt, before(rememberUsedMs))));
  return swept;
};
