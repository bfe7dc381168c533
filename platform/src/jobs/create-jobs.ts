import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { failAfter } from '../deadline/index.ts';
import { AppError, Defect, invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import { currentTraceparent, metrics } from '../observability/index.ts';
import type { BullFlows, BullQueue, QueueBackend } from './bull.ts';
import type { EnqueueOptions, JobContract, JobQueue, SequencedJob } from './contract.ts';
import { type FailedJob, listFailed, retryFailed } from './failed-jobs.ts';
import { createMerger } from './merge-wakes.ts';
import { postgresBackend } from './postgres-backend.ts';
import { redisBackend } from './redis-backend.ts';
import { flowOf } from './sequence.ts';
import { defaultTuning, type JobTuning } from './tuning.ts';
import { type JobWorkers, startJobWorkers, type WorkersOptions } from './workers.ts';

/** Where jobs are kept. */
export type JobsBackend =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'redis'; readonly url: string };

export interface JobsOptions {
  readonly backend: JobsBackend;
  readonly log: Logger;
  /** Separates installations that share a server: schema name (PostgreSQL) or key prefix (Redis). Default `jobs`. */
  readonly prefix?: string;
  readonly tuning?: Partial<JobTuning>;
}

/** The process's access to jobs; made once per process, however many contexts it runs. */
export interface Jobs {
  readonly queue: JobQueue;
  /** Resolves once every worker is ready for its first job. */
  startWorkers<S>(options: WorkersOptions<S>): Promise<JobWorkers>;
  /** For operators: what failed for good, latest first. */
  listFailed(job: { readonly name: string }, limit?: number): Promise<readonly FailedJob[]>;
  /** For operators: puts one failed job (or all of the kind) back with a full set of tries; tells how many. */
  retryFailed(job: { readonly name: string }, id?: string): Promise<number>;
  /** Stops what still works and closes every connection. */
  close(): Promise<void>;
}

/** Completed jobs kept for a look back, and failed ones kept for an operator; both bounded. */
const retention = { removeOnComplete: { count: 200, age: 3600 }, removeOnFail: { count: 10_000 } };

/**
 * Checks the data as the worker will see it. JSON is what travels, so a value that does not survive it (a Date, a Map)
 * is found here, where the stack still names the caller, and not by the worker.
 */
const toWire = (job: JobContract, data: unknown): unknown => {
  const wire: unknown = JSON.parse(JSON.stringify(data ?? null));
  const parsed = job.data.safeParse(wire);
  if (parsed.success) return wire;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`);
  throw new Defect(`${job.name} was enqueued with data that does not fit: ${issues.join('; ')}`);
};

/**
 * Opens jobs on one of two back ends; both pass the same contract suite. One queue per kind of job, so a slow kind
 * never stands in the way of another. Nothing is connected before the first use.
 */
export const createJobs = ({ backend: choice, log, prefix = 'jobs', tuning: given }: JobsOptions): Jobs => {
  invariant(/^[a-z][a-z0-9_]{0,40}$/.test(prefix), `The jobs prefix must be a plain lower-case name, not "${prefix}".`);
  const tuning: JobTuning = { ...defaultTuning, ...given };
  const backend: QueueBackend =
    choice.kind === 'postgres' ? postgresBackend(choice.url, prefix) : redisBackend(choice.url, prefix);
  const queues = new Map<string, BullQueue>();
  const merge = createMerger();
  const running = new Set<JobWorkers>();
  let flows: BullFlows | undefined;
  const onError = errorReporter(log.child({ backend: backend.kind }));

  const queueOf = (name: string): BullQueue => {
    const known = queues.get(name);
    if (known) return known;
    const opened = backend.openQueue(name, onError(name));
    queues.set(name, opened);
    return opened;
  };

  const enqueue = async <P extends z.ZodType>(
    job: JobContract<P>,
    data: z.input<P>,
    options: EnqueueOptions = {},
  ): Promise<void> => {
    const wire = toWire(job, data);
    const { dedupeKey } = options;
    if (dedupeKey === undefined) return add(job, wire, options);
    return merge(`${job.name} ${options.delayMs ?? 0} ${dedupeKey}`, () => add(job, wire, options));
  };

  const add = async (job: JobContract, wire: unknown, options: EnqueueOptions): Promise<void> => {
    const added = queueOf(job.name).add(
      job.name,
      { data: wire, traceparent: currentTraceparent() },
      bullOptions(job, options),
    );
    await accepted(added, tuning.serverWaitMs);
  };

  const enqueueSequence = async (sequence: readonly SequencedJob[]): Promise<void> => {
    const nodes = sequence.map(({ job, data }) => ({
      job,
      envelope: { data: toWire(job, data), traceparent: currentTraceparent() },
    }));
    flows ??= backend.openFlows(onError('sequences'));
    await accepted(flows.add(flowOf(nodes, retention)), tuning.serverWaitMs);
  };

  return {
    queue: { enqueue, enqueueSequence },
    startWorkers: async (options) => {
      const workers = await startJobWorkers(backend, options, tuning, onError);
      const tracked: JobWorkers = {
        stop: async () => {
          await workers.stop();
          running.delete(tracked);
        },
      };
      running.add(tracked);
      return tracked;
    },
    listFailed: (job, limit = 100) => listFailed(queueOf(job.name), job.name, limit),
    retryFailed: (job, id) => retryFailed(queueOf(job.name), id),
    close: async () => {
      await Promise.all([...running].map((workers) => workers.stop()));
      // A server that is away has nothing to say goodbye to.
      await Promise.all(
        [...queues.values(), ...(flows ? [flows] : [])].map((open) =>
          inTime(tuning.serverWaitMs, open.close()).catch(onError('close')),
        ),
      );
      queues.clear();
      flows = undefined;
      await backend.close();
    },
  };
};

const bullOptions = (job: JobContract, { delayMs = 0, dedupeKey }: EnqueueOptions) => ({
  ...retention,
  attempts: job.attempts,
  backoff: { type: 'custom' },
  delay: delayMs,
  // A key that waits keeps others out; one that is being worked on gets a successor, or a change made after the
  // worker read its data would go unnoticed.
  ...(dedupeKey === undefined ? {} : { deduplication: { id: dedupeKey, keepLastIfActive: true } }),
});

/** Resolves once the queue has taken a job; refuses when it does not in time. */
const accepted = async (added: Promise<unknown>, limitMs: number): Promise<void> => {
  try {
    await inTime(limitMs, added);
  } catch (error) {
    throw new AppError('UNAVAILABLE', 'The job queue cannot be reached; try again in a moment.', {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
};

/** BullMQ itself waits without end for a server that is away. */
const inTime = <T>(limitMs: number, work: Promise<T>): Promise<T> =>
  failAfter(limitMs, work, () => new Error(`The server of the queue gave no answer within ${limitMs} ms.`));

/** Errors of one queue are counted all, but logged at most once in this time: a lost server would flood the log. */
const quietMs = 5000;

const errorReporter = (log: Logger) => {
  // Messages may name a job, so there is no end of different ones.
  const told = new LRUCache<string, true>({ max: 1_000, ttl: quietMs });
  return (queue: string) =>
    (error: Error): void => {
      metrics.queueErrors.inc({ queue });
      if (told.has(error.message)) return;
      told.set(error.message, true);
      log.warn({ queue, err: error }, 'The job queue reported an error; workers keep trying');
    };
};
