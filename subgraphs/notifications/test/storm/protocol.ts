/** A worker is told the time, takes its part of the events, and does what is due then. */
export interface Order {
  readonly now: number;
  readonly from: number;
  readonly to: number;
}

/** What a worker is started with. */
export interface WorkerArguments {
  readonly url: string;
  /** Folder of what providers took: one file per process. */
  readonly folder: string;
  readonly users: number;
}
