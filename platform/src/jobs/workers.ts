import { within } from '../deadline/index.ts';
import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { QueueBackend } from './bull.ts';
import type { JobHandler } from './contract.ts';
import { retryDelayMs } from './retry-delay.ts';
import { type JobTuning, maxStalledCount } from './tuning.ts';
import { processorOf } from './work.ts';

export interface WorkersOptions<S> {
  /** Whose jobs these are, for log lines. */
  readonly context: string;
  readonly services: S;
  readonly handlers: readonly JobHandler<S>[];
  readonly log: Logger;
}

/** Running workers of one context. */
export interface JobWorkers {
  /** Takes no new job, aborts the signal of running ones and waits for them; safe to call twice. */
  stop(): Promise<void>;
}

/** Starts one worker per handler. */
export const startJobWorkers = async <S>(
  backend: QueueBackend,
  { context, services, handlers, log }: WorkersOptions<S>,
  tuning: JobTuning,
  onError: (queue: string) => (error: Error) => void,
): Promise<JobWorkers> => {
  const names = handlers.map((handler) => handler.job.name);
  invariant(
    new Set(names).size === names.length,
    `${context} has two handlers for one job: ${names.sort().join(', ')}.`,
  );

  const workerLog = log.child({ context });
  const stopping = new AbortController();
  const workers = handlers.map((handler) =>
    backend.openWorker(
      handler.job.name,
      processorOf(handler, { services, log: workerLog, signal: stopping.signal }),
      {
        concurrency: handler.job.concurrency,
        lockDuration: tuning.lockMs,
        stalledInterval: tuning.stalledCheckMs,
        maxStalledCount,
        runRetryDelay: 1000,
        // Workers are woken; this is how often they look all the same, should a wake have been lost.
        drainDelay: 15,
        settings: { backoffStrategy: (attemptsMade) => retryDelayMs(attemptsMade, tuning.retryBaseMs) },
      },
      onError(handler.job.name),
    ),
  );
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));

  const stop = async (): Promise<void> => {
    stopping.abort(new Error('The worker stops.'));
    const closed = Promise.all(workers.map((worker) => worker.close())).then(() => true);
    // A worker that closes waits for its jobs without end, also when it is asked to close by force.
    const inTime = await within(tuning.stopGraceMs, closed, () => false);
    if (inTime) return;
    closed.catch((error: unknown) => workerLog.warn({ err: error }, 'A worker did not close'));
    workerLog.warn(
      { graceMs: tuning.stopGraceMs },
      'Jobs did not end in time; once this process is gone, another worker takes them',
    );
  };
  let stopped: Promise<void> | undefined;
  return {
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};
