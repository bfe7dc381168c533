import type { FlowJob, Job, JobsOptions, Processor, WorkerOptions } from 'bullmq';

/** What a queued job carries: the data as it was enqueued, and the trace it belongs to. */
export interface JobEnvelope {
  readonly data: unknown;
  readonly traceparent?: string | undefined;
}

export type QueuedJob = Job<JobEnvelope, void>;

/** The part of BullMQ's `Queue` the kit uses; both back ends' queues have it. */
export interface BullQueue {
  add(name: string, data: JobEnvelope, options: JobsOptions): Promise<unknown>;
  getFailed(start: number, end: number): Promise<QueuedJob[]>;
  getJob(id: string): Promise<QueuedJob | undefined>;
  close(): Promise<void>;
}

/** The part of BullMQ's `FlowProducer` the kit uses. */
export interface BullFlows {
  add(flow: FlowJob): Promise<unknown>;
  close(): Promise<void>;
}

/** The part of BullMQ's `Worker` the kit uses. */
export interface BullWorker {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

export type WorkerTuning = Omit<WorkerOptions, 'connection'>;

/** Where jobs are kept. Opens nothing before it is first asked to. */
export interface QueueBackend {
  /** For log lines. */
  readonly kind: 'postgres' | 'redis';
  openQueue(name: string, onError: (error: Error) => void): BullQueue;
  /** Adds jobs that wait for others, on any of the queues. */
  openFlows(onError: (error: Error) => void): BullFlows;
  openWorker(
    name: string,
    process: Processor<JobEnvelope, void>,
    tuning: WorkerTuning,
    onError: (error: Error) => void,
  ): BullWorker;
  /** Closes the connections; queues and workers are closed before it. */
  close(): Promise<void>;
}
