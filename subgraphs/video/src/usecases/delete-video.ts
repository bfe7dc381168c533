import type { Identity } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { uploadKey } from '@vitrina/platform/uploads';
import { eq } from 'drizzle-orm';
import { folderOf, formerStillsOf } from '../domain/object-keys.ts';
import type { Services } from '../services.ts';
import { playbackBatch } from '../store/playback.table.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { lockStaffVideo } from './access.ts';
import { discard, type Unwanted, wakeDeleting } from './discard.ts';
import { hintProgress } from './topics.ts';

/** The original, or what has arrived of it so far. */
const originalOf = ({ originalKey, uploadId }: VideoRow): string | null =>
  originalKey ?? (uploadId === null ? null : uploadKey(uploadId));

const everythingOf = (row: VideoRow): Unwanted[] => [
  ...[originalOf(row)].flatMap((key) => (key === null ? [] : [{ bucket: 'private' as const, key }])),
  ...(['private', 'public'] as const).flatMap((bucket) => [
    { bucket, key: folderOf(row.id) },
    { bucket, key: formerStillsOf(row.id) },
  ]),
];

/** Deletes the rows of a video (those beside it follow) and lets go of every object, also those a worker is still writing. */
export const forgetVideo = async (tx: Tx, now: Date, row: VideoRow): Promise<void> => {
  await discard(tx, now, everythingOf(row));
  await tx.delete(playbackBatch).where(eq(playbackBatch.videoId, row.id));
  await tx.delete(video).where(eq(video.id, row.id));
};

/** Deletes a video for good. Work that is under way notices within seconds and stops; what it wrote goes as well. */
export const deleteVideo = async (services: Services, identity: Identity, videoId: string): Promise<string> => {
  await services.database.transaction(async (tx) => {
    await forgetVideo(tx, services.clock.now(), await lockStaffVideo(tx, identity, videoId));
  });
  await wakeDeleting(services);
  await hintProgress(services, videoId);
  return videoId;
};
