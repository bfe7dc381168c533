import type { Tx } from '@vitrina/platform/database';
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { type Stage, stages, stagesFrom } from '../domain/stages.ts';
import { stepSequence } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { video } from '../store/video.table.ts';
import { videoStep } from '../store/work.table.ts';

/** A sweep looks this long after the last sign of life, and twice as long after each look that changed nothing. */
const firstLookSeconds = 45;
const longestLookSeconds = 1_800;

/** When to look next whether a video's work goes on. */
export const nextLook = (now: Date, wakes: number): Date =>
  new Date(now.getTime() + Math.min(longestLookSeconds, firstLookSeconds * 2 ** wakes) * 1_000);

/** Writes a row for every step; they are what the work goes by, jobs only wake it. */
export const openSteps = (tx: Tx, videoId: string) =>
  tx.insert(videoStep).values(stages.map((stage) => ({ videoId, stage, state: 'WAITING' as const })));

/** Enqueues the steps that are left. A wake that is lost is made up for by the sweep. */
export const wakeWork = async ({ jobs, log }: Services, videoId: string, from: Stage): Promise<void> => {
  try {
    await jobs.enqueueSequence(stepSequence(videoId, stagesFrom(from)));
  } catch (error) {
    log.warn({ err: error, videoId }, 'The work on a video could not be enqueued; the sweep does it');
  }
};

/** The first step that is not done, of each video asked about. */
const openStages = async ({ database }: Services, ids: readonly string[]): Promise<ReadonlyMap<string, Stage>> => {
  const rows = await database.orm
    .select({ videoId: videoStep.videoId, stage: videoStep.stage, state: videoStep.state })
    .from(videoStep)
    .where(inArray(videoStep.videoId, [...ids]));
  const open = rows.filter(({ state }) => state !== 'DONE');
  open.sort((left, right) => stages.indexOf(right.stage) - stages.indexOf(left.stage));
  return new Map(open.map(({ videoId, stage }) => [videoId, stage]));
};

/** Starts work again that gave no sign of life: its wake was lost, or its worker was. */
export const wakeSilentWork = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  const now = clock.now();
  const silent = await database.orm
    .select({ id: video.id, wakes: video.wakes })
    .from(video)
    .where(and(inArray(video.state, ['PROCESSING', 'PLAYABLE']), lte(video.wakeAt, now)))
    .orderBy(asc(video.wakeAt))
    .limit(100);
  const open = await openStages(
    services,
    silent.map(({ id }) => id),
  );
  for (const { id, wakes } of silent) {
    if (signal.aborted) return;
    const from = open.get(id);
    if (!from) continue;
    await database.orm
      .update(video)
      .set({ wakes: sql`${video.wakes} + 1`, wakeAt: nextLook(now, wakes + 1) })
      .where(eq(video.id, id));
    await wakeWork(services, id, from);
  }
};
