import { and, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { isLost, publisherArrives, publisherLeaves } from '../domain/live-state.ts';
import { assembleRecording } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { type LiveStreamRow, liveSegment, liveStream } from '../store/live.table.ts';
import { changeRow } from './change-live-stream.ts';
import { hashStreamKey, lockLiveStream } from './live-access.ts';
import { forgetSegments } from './live-segments.ts';
import { hintLive } from './live-topics.ts';
import { settleLiveStream } from './settle-live-stream.ts';
import { silentBefore } from './silence.ts';

/** What was played stays this long after the end, for viewers who are behind. */
const keepSeconds = 600;
const sweepBatch = 100;

const before = (now: Date, seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

/**
 * Takes a publisher with that key; undefined when the key is unknown or cannot be used now, or when `hasRoom` says that this
 * worker cannot take that stream: then nothing has changed, so that another worker may.
 */
export const admitPublisher = async (
  services: Services,
  key: string,
  hasRoom: (id: string) => boolean,
): Promise<LiveStreamRow | undefined> => {
  const { database, clock } = services;
  const admitted = await database.transaction(async (tx) => {
    const [known] = await tx
      .select()
      .from(liveStream)
      .where(eq(liveStream.keyHash, hashStreamKey(key)))
      .for('update');
    const change = known && publisherArrives(known, clock.now());
    if (!known || !change || !hasRoom(known.id)) return undefined;
    return changeRow(tx, known.id, { ...change, heartbeatAt: clock.now() });
  });
  if (admitted) await hintLive(services, admitted.id);
  return admitted;
};

/**
 * Notes that a stream's publisher is gone; gives what became of it. With `silentSince` only where its worker has given no sign
 * of life since: undefined when it has.
 */
export const losePublisher = async (
  services: Services,
  id: string,
  silentSince?: Date,
): Promise<LiveStreamRow | undefined> => {
  const { database, clock, live } = services;
  const changed = await database.transaction(async (tx) => {
    const known = await lockLiveStream(tx, id);
    if (silentSince && known?.heartbeatAt && known.heartbeatAt >= silentSince) return undefined;
    if (!known || known.state === 'ENDED' || known.state === 'IDLE') return known;
    return changeRow(tx, id, {
      ...publisherLeaves(known, clock.now(), live.reconnectSeconds),
      heartbeatAt: clock.now(),
    });
  });
  await hintLive(services, id);
  return changed;
};

/** Ends a stream whose publisher did not come back in time; `heartbeatAt` says whether somebody is there to settle it. */
const endLost = async (
  services: Services,
  id: string,
  heartbeatAt: Date | null,
): Promise<LiveStreamRow | undefined> => {
  const now = services.clock.now();
  const row = await services.database.transaction(async (tx) => {
    const known = await lockLiveStream(tx, id);
    return known && isLost(known, now)
      ? changeRow(tx, id, { state: 'ENDED', reconnectUntil: null, endedAt: now, heartbeatAt })
      : known;
  });
  await hintLive(services, id);
  return row;
};

/** A sign of life of the worker that has a stream; ends one whose publisher did not come back. Gives how it stands. */
export const beat = async (services: Services, id: string): Promise<LiveStreamRow | undefined> => {
  const { database, clock } = services;
  const now = clock.now();
  const [row] = await database.orm
    .update(liveStream)
    .set({ heartbeatAt: now })
    .where(eq(liveStream.id, id))
    .returning();
  return row && isLost(row, now) ? endLost(services, id, now) : row;
};

const wasSeen = async ({ database }: Services, id: string): Promise<boolean> => {
  const [seen] = await database.orm
    .select({ sequence: liveSegment.sequence })
    .from(liveSegment)
    .where(and(eq(liveSegment.liveStreamId, id), liveSegment.onAir))
    .limit(1);
  return seen !== undefined;
};

/** Announces an end nobody announced: with a recording, which takes a while, where there is something to make it of. */
const settleAbandoned = async (services: Services, id: string): Promise<void> => {
  if (await wasSeen(services, id))
    await services.jobs.enqueue(assembleRecording, { liveStreamId: id }, { dedupeKey: `recording-${id}` });
  else await settleLiveStream(services, id, undefined);
};

/** Streams whose worker is gone: idle again, or over; then sees to ends nobody announced. */
export const endAbandonedStreams = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  const silent = silentBefore(clock.now());
  const abandoned = await database.orm
    .select({ id: liveStream.id, state: liveStream.state })
    .from(liveStream)
    .where(
      or(
        and(inArray(liveStream.state, ['CONNECTED', 'LIVE']), lt(liveStream.heartbeatAt, silent)),
        and(
          eq(liveStream.state, 'ENDED'),
          isNull(liveStream.settledAt),
          or(isNull(liveStream.heartbeatAt), lt(liveStream.heartbeatAt, silent)),
        ),
      ),
    )
    .limit(sweepBatch);
  for (const { id, state } of abandoned) {
    if (signal.aborted) return;
    const row = state === 'ENDED' ? undefined : await losePublisher(services, id, silent);
    const isOver =
      state === 'ENDED' || (row?.state === 'LIVE' && (await endLost(services, id, null))?.state === 'ENDED');
    if (isOver) await settleAbandoned(services, id);
  }
};

/** Deletes what was played of streams that are over. */
export const clearEndedStreams = async ({ database, clock, objects }: Services, signal: AbortSignal): Promise<void> => {
  const ended = await database.orm
    .select({ id: liveStream.id })
    .from(liveStream)
    .where(
      and(
        isNotNull(liveStream.settledAt),
        isNull(liveStream.clearedAt),
        // What moderation took away stays for nobody.
        or(lt(liveStream.endedAt, before(clock.now(), keepSeconds)), eq(liveStream.moderation, 'REJECTED')),
      ),
    )
    .limit(sweepBatch);
  for (const { id } of ended) {
    if (signal.aborted) return;
    await objects.deletePrefix('public', `live/${id}/`);
    await forgetSegments({ database }, id);
    await database.orm.update(liveStream).set({ clearedAt: clock.now() }).where(eq(liveStream.id, id));
  }
};
