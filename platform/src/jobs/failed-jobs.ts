import type { BullQueue, QueuedJob } from './bull.ts';

/** A job that used up its tries or cannot be worked on, kept until an operator decides. */
export interface FailedJob {
  readonly id: string;
  readonly job: string;
  readonly data: unknown;
  readonly reason: string;
  /** Tries made. */
  readonly attempts: number;
  /** How far the last try came, 0 to 100, as the job itself published it. */
  readonly progressPercent: number;
  readonly failedAt: Date;
}

const pageSize = 100;

const describe = (name: string, queued: QueuedJob): FailedJob => ({
  id: queued.id ?? '',
  job: name,
  data: queued.data.data,
  reason: queued.failedReason ?? 'unknown',
  attempts: queued.attemptsMade,
  progressPercent: typeof queued.progress === 'number' ? queued.progress : 0,
  failedAt: new Date(queued.finishedOn ?? queued.timestamp),
});

/** The failed jobs of one kind, latest first. */
export const listFailed = async (queue: BullQueue, name: string, limit: number): Promise<readonly FailedJob[]> => {
  const failed = await queue.getFailed(0, limit - 1);
  return failed.map((queued) => describe(name, queued));
};

/** Puts one failed job, or all of a kind, back on the queue with a full set of tries; tells how many. */
export const retryFailed = async (queue: BullQueue, id: string | undefined): Promise<number> => {
  const restart = async (queued: QueuedJob) =>
    queued.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  if (id !== undefined) {
    const queued = await queue.getJob(id);
    if (!queued || !(await queued.isFailed())) return 0;
    await restart(queued);
    return 1;
  }
  let restarted = 0;
  // Restarted jobs leave the list, so the first page is always the next one.
  for (
    let page = await queue.getFailed(0, pageSize - 1);
    page.length > 0;
    page = await queue.getFailed(0, pageSize - 1)
  ) {
    for (const queued of page) await restart(queued);
    restarted += page.length;
  }
  return restarted;
};
