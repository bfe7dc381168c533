import type { Identity } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { liveStarted } from '@vitrina/schema/events';
import { eq, sql } from 'drizzle-orm';
import { goLive, isHeldBack } from '../domain/live-state.ts';
import { readTitle } from '../domain/video-form.ts';
import type { Visibility } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { type LiveStreamRow, liveStream } from '../store/live.table.ts';
import { requireStaff } from './access.ts';
import { newObjectToken } from './create-video-upload.ts';
import { hashStreamKey, lockStaffLiveStream, newStreamKey } from './live-access.ts';
import { hintLive } from './live-topics.ts';

/** A stream with its key, which is shown this once. */
export interface KeyedLiveStream {
  readonly row: LiveStreamRow;
  readonly streamKey: string;
}

/** Writes a change under the row's lock, with the version that follows. */
export const changeRow = async (
  tx: Tx,
  id: string,
  changes: Partial<typeof liveStream.$inferInsert>,
): Promise<LiveStreamRow> => {
  const [row] = await tx
    .update(liveStream)
    .set({ ...changes, version: sql`${liveStream.version} + 1` })
    .where(eq(liveStream.id, id))
    .returning();
  invariant(row, `${id} is locked, so it is there.`);
  return row;
};

/** Makes a stream and its key. Refusals: TEXT_REQUIRED, TEXT_TOO_LONG. */
export const createLiveStream = async (
  services: Services,
  identity: Identity,
  wanted: { readonly shopId: string; readonly title: string; readonly recordingVisibility: Visibility },
): Promise<Result<KeyedLiveStream, Refusal>> => {
  requireStaff(identity.actor, wanted.shopId);
  const title = readTitle(wanted.title);
  if (!title.ok) return title;
  const streamKey = newStreamKey();
  const [row] = await services.database.orm
    .insert(liveStream)
    .values({
      id: newId('liv'),
      shopId: wanted.shopId,
      title: title.value,
      state: 'IDLE',
      keyHash: hashStreamKey(streamKey),
      objectToken: newObjectToken(),
      recordingVisibility: wanted.recordingVisibility,
      version: 1,
      createdAt: services.clock.now(),
    })
    .returning();
  invariant(row, 'What was inserted comes back.');
  return ok({ row, streamKey });
};

/** Gives a new key; the old one stops working at once, and a publisher that uses it is cut off. Refusal: STREAM_ENDED. */
export const rotateStreamKey = async (
  services: Services,
  identity: Identity,
  id: string,
): Promise<Result<KeyedLiveStream, Refusal>> =>
  services.database.transaction(async (tx) => {
    const known = await lockStaffLiveStream(tx, identity, id);
    if (known.state === 'ENDED')
      return refuse(
        plainRefusal('STREAM_ENDED', ['liveStreamId'], 'This stream is over; create another one for the next show.'),
      );
    const streamKey = newStreamKey();
    return ok({ row: await changeRow(tx, id, { keyHash: hashStreamKey(streamKey) }), streamKey });
  });

const heldByModeration = (moderation: LiveStreamRow['moderation']): Refusal =>
  moderation === 'REJECTED'
    ? plainRefusal(
        'MODERATION_REFUSED_LIVE',
        ['liveStreamId'],
        'Moderation does not let this stream be shown; ask support why, or create another one for another show.',
      )
    : plainRefusal(
        'MODERATION_HOLDS_LIVE',
        ['liveStreamId'],
        'Moderation has not let this stream through yet; wait for its word, or record the show and upload the video.',
      );

/** Puts a connected stream on the air. Refusals: NOT_CONNECTED, STREAM_ENDED, MODERATION_HOLDS_LIVE, MODERATION_REFUSED_LIVE. */
export const startLiveStream = async (
  services: Services,
  identity: Identity,
  id: string,
): Promise<Result<LiveStreamRow, Refusal>> => {
  const { database, events, clock, moderation } = services;
  const started = await database.transaction(async (tx) => {
    const known = await lockStaffLiveStream(tx, identity, id);
    if (known.state === 'LIVE') return ok(known);
    const change = goLive(known);
    if (!change.ok) return change;
    if (isHeldBack(known.moderation, moderation)) return refuse(heldByModeration(known.moderation));
    // The preview stays where only the shop was told of: the show has a folder of its own.
    const objectToken = newObjectToken();
    const row = await changeRow(tx, id, { ...change.value, objectToken, startedAt: clock.now() });
    await events.publish(tx, liveStarted, {
      aggregateId: id,
      aggregateVersion: row.version,
      payload: { liveStreamId: id, shopId: row.shopId },
    });
    return ok(row);
  });
  if (started.ok) await hintLive(services, id);
  return started;
};

/** Ends a stream for good; its worker cuts the publisher off and makes a video of the recording. Harmless to repeat. */
export const endLiveStream = async (services: Services, identity: Identity, id: string): Promise<LiveStreamRow> => {
  const row = await services.database.transaction(async (tx) => {
    const known = await lockStaffLiveStream(tx, identity, id);
    if (known.state === 'ENDED') return known;
    return changeRow(tx, id, { state: 'ENDED', reconnectUntil: null, endedAt: services.clock.now() });
  });
  await hintLive(services, id);
  return row;
};
