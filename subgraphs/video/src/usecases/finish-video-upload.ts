import type { Identity } from '@vitrina/platform/auth';
import { invariant } from '@vitrina/platform/errors';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { videoUploaded } from '@vitrina/schema/events';
import { eq, sql } from 'drizzle-orm';
import { uploadPurpose } from '../domain/upload-rules.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { findVideo, lockStaffVideo, noSuchVideo, staffVideo } from './access.ts';
import { nextLook, openSteps, wakeWork } from './start-work.ts';
import { hintProgress } from './topics.ts';

/** Uploads speak of an upload; this input names it by its video. */
const aboutVideo = ([first, ...rest]: readonly [Refusal, ...Refusal[]]): [Refusal, ...Refusal[]] => {
  const field = ['videoId'];
  return [{ ...first, field }, ...rest.map((refusal) => ({ ...refusal, field }))];
};

/**
 * Takes the file that has arrived and starts the work. Saying it again, or twice at once, is harmless: the row's lock and
 * the upload's claim let one through. Anybody who works with the shop's videos may say it, not only who opened the upload.
 * Refusals are those of uploads: UPLOAD_INCOMPLETE, UPLOAD_EXPIRED, FILE_TOO_LARGE, UNSUPPORTED_FILE_TYPE, UPLOAD_NOT_FOUND.
 */
export const finishVideoUpload = async (
  services: Services,
  identity: Identity,
  videoId: string,
): Promise<Result<VideoRow, Refusal>> => {
  const { database, uploads, events, clock } = services;
  const known = await staffVideo(database.orm, identity, videoId);
  if (known.state !== 'AWAITING_UPLOAD') return ok(known);
  invariant(known.uploadId && known.uploadActor, `${videoId} waits for a file, so it has an upload.`);
  const received = await uploads.receive(known.uploadId, { actorId: known.uploadActor, purpose: uploadPurpose });
  if (!received.ok) {
    // Somebody else may have said it in between, and then the upload is used up.
    const now = await findVideo(database.orm, videoId);
    return now && now.state !== 'AWAITING_UPLOAD' ? ok(now) : refuse(...aboutVideo(received.refusals));
  }

  const { row, started } = await database.transaction(async (tx) => {
    const locked = await lockStaffVideo(tx, identity, videoId);
    if (locked.state !== 'AWAITING_UPLOAD') return { row: locked, started: false };
    const mine = await uploads.claim(tx, received.value.id);
    invariant(mine, `The upload of ${videoId} is claimed under the lock of its row only.`);
    const now = clock.now();
    const [changed] = await tx
      .update(video)
      .set({
        state: 'PROCESSING',
        originalKey: received.value.object.key,
        originalBytes: received.value.object.sizeBytes,
        wakeAt: nextLook(now, 0),
        version: sql`${video.version} + 1`,
      })
      .where(eq(video.id, videoId))
      .returning();
    if (!changed) throw noSuchVideo();
    await openSteps(tx, videoId);
    await events.publish(tx, videoUploaded, {
      aggregateId: videoId,
      aggregateVersion: changed.version,
      payload: { videoId, shopId: changed.shopId },
    });
    return { row: changed, started: true };
  });
  if (started) {
    await wakeWork(services, videoId, 'PROBE');
    await hintProgress(services, videoId);
  }
  return ok(row);
};
