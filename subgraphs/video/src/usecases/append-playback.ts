import type { Database } from '@vitrina/platform/database';
import { type PlaybackBatchRow, playbackBatch } from '../store/playback.table.ts';

const keyOf = ({ videoId, sessionId, sequence }: Pick<PlaybackBatchRow, 'videoId' | 'sessionId' | 'sequence'>) =>
  JSON.stringify([videoId, sessionId, sequence]);

/**
 * Appends batches in one statement; says of each whether it was new. Of two alike in one statement, the first is. Written in
 * the order of their keys: two processes that were sent the same batches wait for each other, and never both.
 */
export const appendPlayback = async (
  { orm }: Database,
  rows: readonly PlaybackBatchRow[],
): Promise<readonly boolean[]> => {
  const added = await orm
    .insert(playbackBatch)
    .values([...rows].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)))
    .onConflictDoNothing()
    .returning({
      videoId: playbackBatch.videoId,
      sessionId: playbackBatch.sessionId,
      sequence: playbackBatch.sequence,
    });
  const fresh = new Set(added.map(keyOf));
  return rows.map((row) => fresh.delete(keyOf(row)));
};
