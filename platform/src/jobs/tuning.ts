/** Times that tests shorten; the product uses the defaults. */
export interface JobTuning {
  /** How long a killed worker's job stays with it; renewed at half of it while the worker lives. */
  readonly lockMs: number;
  /** How often workers look for jobs of killed workers. */
  readonly stalledCheckMs: number;
  /** Pause after the first failed try. */
  readonly retryBaseMs: number;
  /** How long a stop waits for running jobs before it leaves them to another worker. */
  readonly stopGraceMs: number;
  /** How long adding a job, or closing a queue, may wait for a server that is away. */
  readonly serverWaitMs: number;
}

/** A job of a killed process is taken up again within half a minute. */
export const defaultTuning: JobTuning = {
  lockMs: 20_000,
  stalledCheckMs: 8000,
  retryBaseMs: 1000,
  stopGraceMs: 20_000,
  serverWaitMs: 5000,
};

/** A job may outlive this many killed workers; one that kills every worker it meets must end somewhere visible. */
export const maxStalledCount = 10;
