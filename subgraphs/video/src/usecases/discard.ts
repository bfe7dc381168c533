import type { Executor, Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { asc, eq, inArray, lte } from 'drizzle-orm';
import { landingImageHashOf } from '../domain/landing-image-rules.ts';
import { deleteDiscarded } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { sharersOf } from '../store/landing-images.ts';
import { type DiscardedRow, discarded } from '../store/work.table.ts';

/** A worker that was busy when something was let go of has ended long before this; the second look finds what it wrote. */
const lastLookSeconds = 3_600;

export interface Unwanted {
  readonly bucket: 'private' | 'public';
  /** A key, or a prefix when it ends with `/`. */
  readonly key: string;
}

const looks = (now: Date, inSeconds: number) => {
  const dueAt = new Date(now.getTime() + inSeconds * 1_000);
  return { dueAt, lastDueAt: new Date(dueAt.getTime() + lastLookSeconds * 1_000) };
};

/** Lets go of objects in the transaction that stops naming them; `inSeconds` later they are deleted. Gives the rows' ids. */
export const discard = async (
  tx: Tx,
  now: Date,
  unwanted: readonly Unwanted[],
  inSeconds = 0,
): Promise<readonly string[]> => {
  if (unwanted.length === 0) return [];
  const rows = unwanted.map(({ bucket, key }) => ({ id: newId('dsc'), bucket, key, ...looks(now, inSeconds) }));
  await tx.insert(discarded).values(rows);
  return rows.map(({ id }) => id);
};

/** Puts off deleting what was let go of: somebody is still at work on it. */
export const postpone = async (on: Executor, now: Date, ids: readonly string[], inSeconds: number): Promise<void> => {
  await on
    .update(discarded)
    .set(looks(now, inSeconds))
    .where(inArray(discarded.id, [...ids]));
};

/** Wakes whoever deletes; a wake that is lost is made up for by the sweep. */
export const wakeDeleting = async ({ jobs, log }: Services): Promise<void> => {
  try {
    await jobs.enqueue(deleteDiscarded, {}, { dedupeKey: 'video.delete-discarded' });
  } catch (error) {
    log.warn({ err: error }, 'Deleting could not be enqueued; the sweep does it');
  }
};

/** Pictures of the same bytes share their files: those that some page still shows stay. */
const isShown = async (on: Executor, key: string): Promise<boolean> => {
  const sha256 = landingImageHashOf(key);
  return sha256 !== undefined && (await sharersOf(on, [sha256])).length > 0;
};

const deleteObjects = async ({ database, objects }: Services, { bucket, key }: DiscardedRow): Promise<void> => {
  if (!key.endsWith('/')) await objects.delete(bucket, key);
  else if (!(await isShown(database.orm, key))) await objects.deletePrefix(bucket, key);
};

/** Deletes what is due. A row goes after its second look; a store that is away leaves it for the next run. */
export const deleteDue = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  for (;;) {
    const now = clock.now();
    const due = await database.orm
      .select()
      .from(discarded)
      .where(lte(discarded.dueAt, now))
      .orderBy(asc(discarded.dueAt), asc(discarded.id))
      .limit(50);
    if (due.length === 0) return;
    for (const row of due) {
      if (signal.aborted) return;
      await deleteObjects(services, row);
      if (row.lastDueAt <= now) await database.orm.delete(discarded).where(eq(discarded.id, row.id));
      else await database.orm.update(discarded).set({ dueAt: row.lastDueAt }).where(eq(discarded.id, row.id));
    }
  }
};
