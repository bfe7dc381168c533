import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { liveEnded, videoUploaded } from '@vitrina/schema/events';
import { inArray } from 'drizzle-orm';
import { folderOf } from '../domain/object-keys.ts';
import { homeOf, unseen } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import type { LiveStreamRow } from '../store/live.table.ts';
import { video } from '../store/video.table.ts';
import { discarded } from '../store/work.table.ts';
import { changeRow } from './change-live-stream.ts';
import { newObjectToken } from './create-video-upload.ts';
import { discard } from './discard.ts';
import { lockLiveStream } from './live-access.ts';
import { hintLive } from './live-topics.ts';
import { nextLook, openSteps, wakeWork } from './start-work.ts';

/** A recording on this machine's disk. */
export interface Recording {
  readonly path: string;
  readonly sizeBytes: number;
  readonly contentType: 'video/x-flv' | 'video/mp4';
}

interface StoredRecording {
  readonly videoId: string;
  readonly key: string;
  readonly sizeBytes: number;
  /** Rows that have it deleted unless a video comes to name it. */
  readonly reserved: readonly string[];
}

/** A recording nobody has named for this long is taken for abandoned: storing the longest takes hours at most. */
const abandonedAfterSeconds = 86_400;

/** Stores a recording as the original of a video to be. It is on the list of what is deleted before it is there. */
const store = async ({ database, clock, objects }: Services, recording: Recording): Promise<StoredRecording> => {
  const videoId = newId('vid');
  const key = `${folderOf(videoId)}original`;
  const reserved = await database.transaction((tx) =>
    discard(tx, clock.now(), [{ bucket: 'private', key }], abandonedAfterSeconds),
  );
  await objects.putFile('private', key, recording.path, { contentType: recording.contentType });
  return { videoId, key, sizeBytes: recording.sizeBytes, reserved };
};

const createVideo = async (
  services: Services,
  tx: Tx,
  stream: LiveStreamRow,
  stored: StoredRecording,
): Promise<void> => {
  const now = services.clock.now();
  // What was not to be shown live is not shown afterwards either; a yes to a show is none to its recording.
  const moderation = stream.moderation === 'REJECTED' ? 'REJECTED' : unseen(services.moderation);
  const visibility = stream.recordingVisibility;
  await tx.delete(discarded).where(inArray(discarded.id, [...stored.reserved]));
  await tx.insert(video).values({
    id: stored.videoId,
    shopId: stream.shopId,
    title: stream.title,
    format: 'LIVE',
    state: 'PROCESSING',
    visibility,
    moderation,
    originalKey: stored.key,
    originalBytes: stored.sizeBytes,
    objectToken: newObjectToken(),
    storedIn: homeOf({ visibility, moderation }),
    wakeAt: nextLook(now, 0),
    version: 1,
    createdAt: now,
  });
  await openSteps(tx, stored.videoId);
  await services.events.publish(tx, videoUploaded, {
    aggregateId: stored.videoId,
    aggregateVersion: 1,
    payload: { videoId: stored.videoId, shopId: stream.shopId },
  });
};

/**
 * Closes the books of a stream that has ended: its recording becomes a video and its end is announced, both or neither.
 * Repeating it changes nothing. The recording is stored first; should the worker die in between, the sweep of what nobody
 * needs deletes it a day later, and another one puts the recording together from the segments.
 */
export const settleLiveStream = async (
  services: Services,
  id: string,
  recording: Recording | undefined,
): Promise<LiveStreamRow | undefined> => {
  const stored = recording && (await store(services, recording));
  const settled = await services.database.transaction(async (tx) => {
    const known = await lockLiveStream(tx, id);
    if (known?.state !== 'ENDED' || known.settledAt !== null) return known;
    if (stored) await createVideo(services, tx, known, stored);
    const videoId = stored?.videoId ?? null;
    const row = await changeRow(tx, id, { settledAt: services.clock.now(), videoId });
    // Only what was on the air has ended for anybody but the shop.
    if (known.startedAt !== null)
      await services.events.publish(tx, liveEnded, {
        aggregateId: id,
        aggregateVersion: row.version,
        payload: { liveStreamId: id, shopId: row.shopId, videoId },
      });
    return row;
  });
  if (stored && settled?.videoId === stored.videoId) await wakeWork(services, stored.videoId, 'PROBE');
  else if (stored) await services.objects.delete('private', stored.key);
  await hintLive(services, id);
  return settled;
};
