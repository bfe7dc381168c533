import { randomUUID } from 'node:crypto';
import type { Tx } from '@vitrina/platform/database';
import { and, eq, sql } from 'drizzle-orm';
import { maxAttempts, type Stage, stages } from '../domain/stages.ts';
import { isWorkedOn } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { type StepRow, videoStep } from '../store/work.table.ts';
import { nextLook } from './start-work.ts';

/** A lease that is not renewed lets another worker begin: shorter than a queue takes to give a dead worker's job away. */
export const leaseSeconds = 15;

/** A step that is ours to do now. */
export interface Claim {
  readonly video: VideoRow;
  readonly stage: Stage;
  readonly leaseToken: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** What steps before it left. */
  readonly results: ReadonlyMap<Stage, unknown>;
}

/** `spent`: its tries are used up by workers that died over it. */
export type Claiming = Claim | 'nothing-to-do' | 'spent';

const isDue = (steps: readonly StepRow[], stage: Stage): boolean =>
  stages
    .slice(0, stages.indexOf(stage))
    .every((before) => steps.find((step) => step.stage === before)?.state === 'DONE');

const leaseUntil = (services: Services): Date => new Date(services.clock.now().getTime() + leaseSeconds * 1_000);

const claimUnderLock = async (services: Services, tx: Tx, videoId: string, stage: Stage): Promise<Claiming> => {
  const [row] = await tx.select().from(video).where(eq(video.id, videoId)).for('update');
  if (!row || !isWorkedOn(row)) return 'nothing-to-do';
  const steps = await tx.select().from(videoStep).where(eq(videoStep.videoId, videoId));
  const step = steps.find((candidate) => candidate.stage === stage);
  const now = services.clock.now();
  const held = step?.leaseUntil && step.leaseUntil > now;
  if (step?.state !== 'WAITING' || held || !isDue(steps, stage)) return 'nothing-to-do';
  if (step.attempts >= maxAttempts) return 'spent';
  const leaseToken = randomUUID();
  await tx
    .update(videoStep)
    .set({ leaseToken, leaseUntil: leaseUntil(services), attempts: step.attempts + 1 })
    .where(and(eq(videoStep.videoId, videoId), eq(videoStep.stage, stage)));
  await tx
    .update(video)
    .set({ wakes: 0, wakeAt: nextLook(now, 0) })
    .where(eq(video.id, videoId));
  const results = new Map(steps.filter(({ state }) => state === 'DONE').map((done) => [done.stage, done.result]));
  return { video: row, stage, leaseToken, attempt: step.attempts + 1, results };
};

/**
 * Takes a step for this worker: it is due, not done, and nobody holds it. A try is counted here and not when it fails, or
 * a file that kills its worker would be tried for ever.
 */
export const claimStep = (services: Services, videoId: string, stage: Stage): Promise<Claiming> =>
  services.database.transaction((tx) => claimUnderLock(services, tx, videoId, stage));

/** Renews the lease and writes how far the work is; false when the step is not ours any more, or the video is gone. */
export const renewLease = async (services: Services, claim: Claim, percent: number): Promise<boolean> => {
  const { database, clock } = services;
  const mine = and(
    eq(videoStep.videoId, claim.video.id),
    eq(videoStep.stage, claim.stage),
    eq(videoStep.leaseToken, claim.leaseToken),
  );
  const renewed = await database.orm
    .update(videoStep)
    .set({ leaseUntil: leaseUntil(services) })
    .where(mine)
    .returning({ stage: videoStep.stage });
  if (renewed.length === 0) return false;
  await database.orm
    .update(video)
    .set({ percent: sql`greatest(${video.percent}, ${percent})`, wakes: 0, wakeAt: nextLook(clock.now(), 0) })
    .where(eq(video.id, claim.video.id));
  return true;
};

/** Gives a step back; `uncount` when the try is not the file's fault. */
export const releaseStep = (
  services: Services,
  claim: Claim,
  { uncount, log }: { readonly uncount: boolean; readonly log: string | null },
) =>
  services.database.orm
    .update(videoStep)
    .set({
      leaseToken: null,
      leaseUntil: null,
      ...(log !== null && { log }),
      ...(uncount && { attempts: sql`greatest(${videoStep.attempts} - 1, 0)` }),
    })
    .where(
      and(
        eq(videoStep.videoId, claim.video.id),
        eq(videoStep.stage, claim.stage),
        eq(videoStep.leaseToken, claim.leaseToken),
      ),
    );
