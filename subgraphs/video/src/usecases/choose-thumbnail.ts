import type { Identity } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { lookupKey } from '@vitrina/platform/text';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { notReadYet } from '../domain/video-form.ts';
import { makeStill } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { type ThumbnailRow, thumbnail } from '../store/parts.table.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { lockStaffVideo } from './access.ts';

export interface ThumbnailChoice {
  readonly videoId: string;
  readonly thumbnailId: string | null;
  readonly atSeconds: number | null;
}

const maxStills = 20;

const chooseOne = (): Refusal => plainRefusal('CHOOSE_ONE', [], 'Give "thumbnailId" or "atSeconds", and not both.');
const noSuchThumbnail = (): Refusal =>
  plainRefusal(
    'THUMBNAIL_NOT_FOUND',
    ['thumbnailId'],
    'This video has no such thumbnail; choose one of Video.thumbnails.',
  );
const outOfRange = (duration: number): Refusal =>
  plainRefusal(
    'SECOND_OUT_OF_RANGE',
    ['atSeconds'],
    `This video has the seconds 0 to ${duration}; choose one of them.`,
  );
const tooManyStills = (): Refusal =>
  plainRefusal(
    'TOO_MANY_STILLS',
    ['atSeconds'],
    `A video keeps at most ${maxStills} stills of your choice; choose one of those.`,
  );

/** The still at that second: one there is already, or a new one that a worker makes. */
const stillAt = async (tx: Tx, row: VideoRow, atSeconds: number, now: Date): Promise<Result<ThumbnailRow, Refusal>> => {
  if (!row.facts || !row.originalKey) return refuse(notReadYet(['atSeconds']));
  const { durationSeconds } = row.facts;
  if (!(atSeconds >= 0 && atSeconds <= durationSeconds)) return refuse(outOfRange(durationSeconds));
  const ofVideo = eq(thumbnail.videoId, row.id);
  const [same] = await tx
    .select()
    .from(thumbnail)
    .where(and(ofVideo, eq(thumbnail.atSeconds, atSeconds)));
  if (same) return ok(same);
  if ((await tx.$count(thumbnail, and(ofVideo, isNull(thumbnail.position)))) >= maxStills)
    return refuse(tooManyStills());
  const values = { id: newId('vth'), videoId: row.id, atSeconds, position: null, image: null, createdAt: now };
  await tx.insert(thumbnail).values(values);
  return ok(values);
};

const candidate = async (tx: Tx, row: VideoRow, id: string): Promise<Result<ThumbnailRow, Refusal>> => {
  const [found] = await tx
    .select()
    .from(thumbnail)
    .where(and(eq(thumbnail.videoId, row.id), eq(thumbnail.id, lookupKey(id))));
  return found ? ok(found) : refuse(noSuchThumbnail());
};

/** Wakes whoever makes stills; a wake that is lost is made up for by the sweep. */
const wakeStill = async ({ jobs, log }: Services, thumbnailId: string): Promise<void> => {
  try {
    await jobs.enqueue(makeStill, { thumbnailId }, { dedupeKey: thumbnailId });
  } catch (error) {
    log.warn({ err: error, thumbnailId }, 'A still could not be enqueued; the sweep does it');
  }
};

/**
 * Takes the poster: a candidate at once; a frame by its second as soon as a worker has made it, and until then the poster
 * stays. Refusals: CHOOSE_ONE, THUMBNAIL_NOT_FOUND, VIDEO_NOT_READ_YET, SECOND_OUT_OF_RANGE, TOO_MANY_STILLS.
 */
export const chooseThumbnail = async (
  services: Services,
  identity: Identity,
  { videoId, thumbnailId, atSeconds }: ThumbnailChoice,
): Promise<Result<VideoRow, Refusal>> => {
  let unmade: string | undefined;
  const done = await services.database.transaction(async (tx): Promise<Result<VideoRow, Refusal>> => {
    const row = await lockStaffVideo(tx, identity, videoId);
    if ((thumbnailId === null) === (atSeconds === null)) return refuse(chooseOne());
    const chosen =
      thumbnailId === null
        ? await stillAt(tx, row, atSeconds ?? 0, services.clock.now())
        : await candidate(tx, row, thumbnailId);
    if (!chosen.ok) return chosen;
    if (chosen.value.image === null) unmade = chosen.value.id;
    const [changed] = await tx
      .update(video)
      .set({ posterId: chosen.value.id, version: sql`${video.version} + 1` })
      .where(eq(video.id, videoId))
      .returning();
    return ok(changed ?? row);
  });
  if (unmade) await wakeStill(services, unmade);
  return done;
};
