import type { Tx } from '@vitrina/platform/database';
import { videoFailed } from '@vitrina/schema/events';
import { and, eq, sql } from 'drizzle-orm';
import { percentAt } from '../domain/stages.ts';
import { isWorkedOn } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { videoStep } from '../store/work.table.ts';
import type { Claim } from './claim-step.ts';
import { nextLook } from './start-work.ts';
import type { StepOutcome } from './steps/contract.ts';

/** Why a video failed, in the words its shop reads. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

const sameStep = (claim: Claim) => and(eq(videoStep.videoId, claim.video.id), eq(videoStep.stage, claim.stage));

/** The video under its lock, while the step is still ours; undefined when it was deleted or taken over. */
const lockOurs = async (tx: Tx, claim: Claim): Promise<VideoRow | undefined> => {
  const [row] = await tx.select().from(video).where(eq(video.id, claim.video.id)).for('update');
  if (!row || !isWorkedOn(row)) return undefined;
  const [step] = await tx
    .select({ leaseToken: videoStep.leaseToken, state: videoStep.state })
    .from(videoStep)
    .where(sameStep(claim));
  return step?.leaseToken === claim.leaseToken && step.state === 'WAITING' ? row : undefined;
};

/** Writes a video off and says so to others. */
const failVideo = async ({ events }: Services, tx: Tx, row: VideoRow, { code, message }: Failure): Promise<void> => {
  await tx
    .update(video)
    .set({
      state: 'FAILED',
      failureCode: code,
      failureMessage: message,
      wakeAt: null,
      version: sql`${video.version} + 1`,
    })
    .where(eq(video.id, row.id));
  await events.publish(tx, videoFailed, {
    aggregateId: row.id,
    aggregateVersion: row.version + 1,
    payload: { videoId: row.id, shopId: row.shopId, code },
  });
};

/** Makes a step DONE together with what it changes, or writes the video off; false when the step is not ours any more. */
export const settleStep = (services: Services, claim: Claim, outcome: StepOutcome): Promise<boolean> =>
  services.database.transaction(async (tx) => {
    const row = await lockOurs(tx, claim);
    if (!row) return false;
    const now = services.clock.now();
    const ended = { leaseToken: null, leaseUntil: null, endedAt: now };
    if (outcome.kind === 'refused') {
      await tx
        .update(videoStep)
        .set({ ...ended, state: 'REFUSED', log: outcome.refusal.message })
        .where(sameStep(claim));
      await failVideo(services, tx, row, outcome.refusal);
      return true;
    }
    const change = await outcome.apply(tx, row);
    await tx
      .update(videoStep)
      .set({ ...ended, state: 'DONE', result: outcome.result })
      .where(sameStep(claim));
    await tx
      .update(video)
      .set({
        wakeAt: nextLook(now, 0),
        wakes: 0,
        percent: sql`greatest(${video.percent}, ${percentAt(claim.stage, 1)})`,
        version: sql`${video.version} + 1`,
        ...change,
      })
      .where(eq(video.id, row.id));
    return true;
  });

/** A sentence for the shop: the cause is ours to find, in the log that admins see. */
const givenUp: Failure = {
  code: 'PROCESSING_FAILED',
  message: 'This file could not be processed; try it again, or export it anew as MP4 (H.264) and upload that.',
};

/** Writes a step off that failed too often, with what its last try had to say. */
export const giveUpStep = (
  services: Services,
  {
    videoId,
    stage,
    leaseToken,
    log,
  }: { videoId: string; stage: Claim['stage']; leaseToken: string | null; log: string | null },
): Promise<boolean> =>
  services.database.transaction(async (tx) => {
    const [row] = await tx.select().from(video).where(eq(video.id, videoId)).for('update');
    const own = and(eq(videoStep.videoId, videoId), eq(videoStep.stage, stage));
    const [step] = await tx.select().from(videoStep).where(own);
    if (!row || !isWorkedOn(row) || step?.state !== 'WAITING') return false;
    if (leaseToken !== null && step.leaseToken !== leaseToken) return false;
    await tx
      .update(videoStep)
      .set({
        state: 'FAILED',
        leaseToken: null,
        leaseUntil: null,
        endedAt: services.clock.now(),
        log: log ?? step.log ?? 'The worker died over this step every time and left no words.',
      })
      .where(own);
    await failVideo(services, tx, row, givenUp);
    return true;
  });
