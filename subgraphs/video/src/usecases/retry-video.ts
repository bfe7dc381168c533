import type { Identity } from '@vitrina/platform/auth';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq, ne, sql } from 'drizzle-orm';
import { percentAt, type Stage, stages } from '../domain/stages.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { videoStep } from '../store/work.table.ts';
import { lockStaffVideo } from './access.ts';
import { nextLook, wakeWork } from './start-work.ts';
import { hintProgress } from './topics.ts';

const notFailed = (): Refusal =>
  plainRefusal('NOT_FAILED', ['videoId'], 'This video has not failed; there is nothing to try again.');

const fileIsAtFault = (message: string): Refusal =>
  plainRefusal(
    'NOT_RETRYABLE',
    ['videoId'],
    `Trying again would end the same way: ${message} Upload another file instead.`,
  );

interface Retried {
  readonly row: VideoRow;
  readonly from: Stage;
}

/**
 * Starts the work on a failed video again from its last finished step, with a full set of tries. Refusals: NOT_FAILED, and
 * NOT_RETRYABLE when the file itself was refused.
 */
export const retryVideo = async (
  services: Services,
  identity: Identity,
  videoId: string,
): Promise<Result<VideoRow, Refusal>> => {
  const done = await services.database.transaction(async (tx): Promise<Result<Retried, Refusal>> => {
    const row = await lockStaffVideo(tx, identity, videoId);
    if (row.state !== 'FAILED') return refuse(notFailed());
    if (row.failureCode !== 'PROCESSING_FAILED') return refuse(fileIsAtFault(row.failureMessage ?? ''));
    const steps = await tx.select().from(videoStep).where(eq(videoStep.videoId, videoId));
    const isDone = (stage: Stage) => steps.some((step) => step.stage === stage && step.state === 'DONE');
    const from = stages.find((stage) => !isDone(stage)) ?? 'PUBLISH';
    await tx
      .update(videoStep)
      .set({ state: 'WAITING', attempts: 0, leaseToken: null, leaseUntil: null, endedAt: null })
      .where(and(eq(videoStep.videoId, videoId), ne(videoStep.state, 'DONE')));
    const [changed] = await tx
      .update(video)
      .set({
        state: isDone('FIRST_RENDITION') ? 'PLAYABLE' : 'PROCESSING',
        failureCode: null,
        failureMessage: null,
        percent: percentAt(from, 0),
        wakes: 0,
        wakeAt: nextLook(services.clock.now(), 0),
        version: sql`${video.version} + 1`,
      })
      .where(eq(video.id, videoId))
      .returning();
    return ok({ row: changed ?? row, from });
  });
  if (!done.ok) return done;
  await wakeWork(services, videoId, done.value.from);
  await hintProgress(services, videoId);
  return ok(done.value.row);
};
