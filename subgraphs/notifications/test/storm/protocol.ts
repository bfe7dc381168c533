/** A worker is told the time and does what is due then; events reach it over the bus by themselves. */
export interface Order {
  readonly now: number;
}

/** Where a storm takes place: connection strings. */
export interface StormPlaces {
  /** Database of notifications. */
  readonly url: string;
  readonly busUrl: string;
  /** Database with the outbox of messaging, which tells what was written. */
  readonly messagingUrl: string;
  /** Folder of what providers took: one file per process. */
  readonly folder: string;
}

/** What a worker is started with. */
export type WorkerArguments = Pick<StormPlaces, 'url' | 'busUrl' | 'folder'>;
