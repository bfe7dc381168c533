import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { isLost, publisherArrives, publisherLeaves } from '../domain/live-state.ts';
import type { Services } from '../services.ts';
import { type LiveStreamRow, liveStream } from '../store/live.table.ts';
import { changeRow } from './change-live-stream.ts';
import { hashStreamKey, lockLiveStream } from './live-access.ts';
import { hintLive } from './live-topics.ts';
import { settleLiveStream } from './settle-live-stream.ts';

/** A worker that has said nothing for this long is gone with its publisher. */
const silentSeconds = 45;
/** What was played stays this long after the end, for viewers who are behind. */
const keepSeconds = 600;
const sweepBatch = 100;

const before = (now: Date, seconds: number): Date => new Date(now.getTime() - seconds * 1_000);

/** Takes a publisher with that key; undefined when the key is unknown or cannot be used now. */
export const admitPublisher = async (services: Services, key: string): Promise<LiveStreamRow | undefined> => {
  const { database, clock } = services;
  const admitted = await database.transaction(async (tx) => {
    const [known] = await tx
      .select()
      .from(liveStream)
      .where(eq(liveStream.keyHash, hashStreamKey(key)))
      .for('update');
    const change = known && publisherArrives(known, clock.now());
    return known && change ? changeRow(tx, known.id, { ...change, heartbeatAt: clock.now() }) : undefined;
  });
  if (admitted) await hintLive(services, admitted.id);
  return admitted;
};

/** Notes that a stream's publisher is gone; gives what became of it. */
export const losePublisher = async (services: Services, id: string): Promise<LiveStreamRow | undefined> => {
  const { database, clock, live } = services;
  const changed = await database.transaction(async (tx) => {
    const known = await lockLiveStream(tx, id);
    if (!known || known.state === 'ENDED' || known.state === 'IDLE') return known;
    return changeRow(tx, id, {
      ...publisherLeaves(known, clock.now(), live.reconnectSeconds),
      heartbeatAt: clock.now(),
    });
  });
  await hintLive(services, id);
  return changed;
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
  if (!row || !isLost(row, now)) return row;
  const ended = await database.transaction(async (tx) => {
    const known = await lockLiveStream(tx, id);
    return known && isLost(known, now)
      ? changeRow(tx, id, { state: 'ENDED', reconnectUntil: null, endedAt: now })
      : known;
  });
  await hintLive(services, id);
  return ended;
};

/** Streams whose worker is gone: idle again, or over; then announces ends nobody announced, without a recording. */
export const endAbandonedStreams = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  const silent = before(clock.now(), silentSeconds);
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
    const row = state === 'ENDED' ? undefined : await losePublisher(services, id);
    if (row?.state !== 'IDLE' && (await beat(services, id))?.state === 'ENDED')
      await settleLiveStream(services, id, undefined);
  }
};

/** Deletes what was played of streams that are over. */
export const clearEndedStreams = async ({ database, clock, objects }: Services, signal: AbortSignal): Promise<void> => {
  const ended = await database.orm
    .select({ id: liveStream.id })
    .from(liveStream)
    .where(
      and(
        eq(liveStream.state, 'ENDED'),
        isNull(liveStream.clearedAt),
        lt(liveStream.endedAt, before(clock.now(), keepSeconds)),
      ),
    )
    .limit(sweepBatch);
  for (const { id } of ended) {
    if (signal.aborted) return;
    await objects.deletePrefix('public', `live/${id}/`);
    await database.orm.update(liveStream).set({ clearedAt: clock.now() }).where(eq(liveStream.id, id));
  }
};
