import { and, eq, inArray, sql } from 'drizzle-orm';
import { prefixOf } from '../domain/object-keys.ts';
import { type Home, homeOf } from '../domain/video-state.ts';
import { moveFiles as moveFilesJob } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { discarded } from '../store/work.table.ts';
import { findVideo } from './access.ts';
import { newObjectToken } from './create-video-upload.ts';
import { discard, postpone, wakeDeleting } from './discard.ts';
import { hintProgress } from './topics.ts';

/** A copy nobody has gone on with for this long is taken for abandoned; whoever is at work says so a few times as often. */
const abandonedAfterSeconds = 3_600;
const saidEveryMs = (abandonedAfterSeconds * 1_000) / 4;

const isSettled = ({ state }: VideoRow): boolean => state === 'READY' || state === 'FAILED';

/** Wakes whoever moves; a wake that is lost is made up for by the sweep. */
export const wakeMove = async ({ jobs, log }: Services, videoId: string): Promise<void> => {
  try {
    await jobs.enqueue(moveFilesJob, { videoId }, { dedupeKey: videoId });
  } catch (error) {
    log.warn({ err: error, videoId }, 'Moving files could not be enqueued; the sweep does it');
  }
};

interface Place {
  readonly bucket: Home;
  readonly prefix: string;
}

/** Copies a folder; `reserved` are the rows that would have the copy deleted were it abandoned. */
const copyAll = async (
  { objects, database, clock }: Services,
  from: Place,
  to: Place,
  reserved: readonly string[],
  signal: AbortSignal,
): Promise<void> => {
  let after: string | undefined;
  let saidAt = clock.now().getTime();
  for (;;) {
    const page = await objects.list(from.bucket, from.prefix, after, 500);
    for (const { key } of page) {
      signal.throwIfAborted();
      if (clock.now().getTime() - saidAt >= saidEveryMs) {
        await postpone(database.orm, clock.now(), reserved, abandonedAfterSeconds);
        saidAt = clock.now().getTime();
      }
      const target = { bucket: to.bucket, key: `${to.prefix}${key.slice(from.prefix.length)}` };
      await objects.copy({ bucket: from.bucket, key }, target);
    }
    after = page.at(-1)?.key;
    if (page.length < 500) return;
  }
};

/**
 * Brings a video's files to the bucket where they belong, under a new token: copies first, then changes the row, then lets
 * go of the old ones. The copy is registered as discarded before it begins and taken off that list when the row names it,
 * so one that is abandoned disappears by itself. Of two movers the row lets one win.
 */
export const moveFiles = async (services: Services, videoId: string, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  const row = await findVideo(database.orm, videoId);
  if (!row || !isSettled(row)) return;
  const home = homeOf(row);
  if (home === row.storedIn) return;
  const objectToken = newObjectToken();
  const from = { bucket: row.storedIn, prefix: prefixOf(row) };
  const to = { bucket: home, prefix: prefixOf({ id: videoId, objectToken }) };
  const reserved = await database.transaction((tx) =>
    discard(tx, clock.now(), [{ bucket: to.bucket, key: to.prefix }], abandonedAfterSeconds),
  );
  await copyAll(services, from, to, reserved, signal);
  const moved = await database.transaction(async (tx) => {
    const [changed] = await tx
      .update(video)
      .set({ objectToken, storedIn: home, version: sql`${video.version} + 1` })
      .where(
        and(
          eq(video.id, videoId),
          // Whatever changed meanwhile (captions that came in, a decision): begin anew rather than lose it.
          eq(video.version, row.version),
          inArray(video.state, ['READY', 'FAILED']),
        ),
      )
      .returning({ id: video.id });
    if (!changed) return false;
    await tx.delete(discarded).where(inArray(discarded.id, [...reserved]));
    await discard(tx, clock.now(), [{ bucket: from.bucket, key: from.prefix }]);
    return true;
  });
  // Changed meanwhile: the sweep moves it again, and what was copied for nothing is on the list already.
  if (!moved) return;
  await wakeDeleting(services);
  await hintProgress(services, videoId);
};

/** Moves what lies in the wrong bucket because a wake was lost. One that cannot be moved keeps nobody from the next. */
export const moveMisplaced = async (services: Services, signal: AbortSignal): Promise<void> => {
  const misplaced = await services.database.orm
    .select({ id: video.id })
    .from(video)
    .where(
      sql`state in ('READY', 'FAILED') and stored_in <> case when visibility = 'PUBLIC' and moderation = 'APPROVED' then 'public' else 'private' end`,
    )
    .orderBy(sql`random()`)
    .limit(20);
  for (const { id } of misplaced) {
    if (signal.aborted) return;
    await moveFiles(services, id, signal).catch((error: unknown) => {
      services.log.warn({ err: error, videoId: id }, 'Files could not be moved; the next run tries again');
    });
  }
};
