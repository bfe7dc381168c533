import type { z } from 'zod';
import type { Logger } from '../logging/index.ts';

/** A job's declaration: its data is parsed when it is enqueued and again when it is worked on. */
export interface JobContract<P extends z.ZodType = z.ZodType> {
  /** Imperative, with its context: `search.index-products`. */
  readonly name: string;
  readonly data: P;
  /** Tries in all, with exponential back-off and jitter; default 5. */
  readonly attempts: number;
  /** Jobs of this kind one worker runs at the same time; default 1. */
  readonly concurrency: number;
}

/** Declares a job. */
export const defineJob = <P extends z.ZodType>(job: {
  name: string;
  data: P;
  attempts?: number;
  concurrency?: number;
}): JobContract<P> => ({
  attempts: 5,
  concurrency: 1,
  ...job,
});

export interface EnqueueOptions {
  readonly delayMs?: number;
  /**
   * While a job with this key waits, another one is not added. A convenience that saves work: correctness never rests
   * on it (rows and sweeps do that).
   */
  readonly dedupeKey?: string;
}

/** A job with its data, as a sequence is made of. */
export interface SequencedJob {
  readonly job: JobContract;
  readonly data: unknown;
}

/** Names a job of a sequence, with its data checked by the compiler. */
export const sequenced = <P extends z.ZodType>(job: JobContract<P>, data: z.input<P>): SequencedJob => ({ job, data });

/** Puts jobs on the queue. */
export interface JobQueue {
  enqueue<P extends z.ZodType>(job: JobContract<P>, data: z.input<P>, options?: EnqueueOptions): Promise<void>;
  /**
   * Adds jobs that run one after the other, whatever their kinds: each starts when the one before it is done, and none
   * starts after one that failed for good. All are added or none.
   */
  enqueueSequence(jobs: readonly SequencedJob[]): Promise<void>;
}

export interface JobScope<S> {
  readonly services: S;
  readonly log: Logger;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborts when the worker is asked to stop. */
  readonly signal: AbortSignal;
  /** Publishes progress, 0 to 100. */
  progress(percent: number): Promise<void>;
}

/** A job with the code that does it; a boot check wants exactly one per declared job. */
export interface JobHandler<S> {
  readonly job: JobContract;
  readonly run: (data: never, scope: JobScope<S>) => Promise<void>;
}

/** Binds the code to the declaration. */
export const handleJob = <S, P extends z.ZodType>(
  job: JobContract<P>,
  run: (data: z.output<P>, scope: JobScope<S>) => Promise<void>,
): JobHandler<S> => ({ job, run: run as JobHandler<S>['run'] });

/**
 * Work that rows call for: runs on one worker at a time every `everySeconds`, finds what is due by the clock or was
 * missed, and does it. Timers are rows; this is what looks at them.
 */
export interface Sweep<S> {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (scope: { readonly services: S; readonly log: Logger; readonly signal: AbortSignal }) => Promise<void>;
}
