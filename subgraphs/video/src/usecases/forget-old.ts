import { and, eq, inArray, lte } from 'drizzle-orm';
import { forgetUnsentAfterHours } from '../domain/upload-rules.ts';
import type { Services } from '../services.ts';
import { playbackBatch } from '../store/playback.table.ts';
import { video } from '../store/video.table.ts';
import { forgetVideo } from './delete-video.ts';

const playbackDays = 30;
const rowsAtOnce = 5_000;
const hourMs = 3_600_000;

/** Forgets videos whose file never came. */
export const forgetUnsent = async ({ database, clock }: Services): Promise<void> => {
  const now = clock.now();
  const before = new Date(now.getTime() - forgetUnsentAfterHours * hourMs);
  await database.transaction(async (tx) => {
    const unsent = await tx
      .select()
      .from(video)
      .where(and(eq(video.state, 'AWAITING_UPLOAD'), lte(video.createdAt, before)))
      .limit(200)
      .for('update', { skipLocked: true });
    for (const row of unsent) await forgetVideo(tx, now, row);
  });
};

/** Forgets what players observed a month ago, some rows at a time. */
export const forgetOldPlayback = async ({ database: { orm }, clock }: Services, signal: AbortSignal): Promise<void> => {
  const before = new Date(clock.now().getTime() - playbackDays * 24 * hourMs);
  while (!signal.aborted) {
    const old = orm
      .select({ receivedAt: playbackBatch.receivedAt })
      .from(playbackBatch)
      .where(lte(playbackBatch.receivedAt, before))
      .orderBy(playbackBatch.receivedAt)
      .limit(rowsAtOnce);
    const gone = await orm
      .delete(playbackBatch)
      .where(and(lte(playbackBatch.receivedAt, before), inArray(playbackBatch.receivedAt, old)))
      .returning({ sequence: playbackBatch.sequence });
    if (gone.length < rowsAtOnce) return;
  }
};
