import { type Batcher, createBatcher } from '@vitrina/platform/batching';
import { isDatabaseOutage } from '@vitrina/platform/database';
import type { Runtime } from '@vitrina/platform/subgraph';
import type { StockCommand, StockOutcome } from './domain/decide-stock.ts';

import { runStockCommands } from './usecases/run-stock-commands.ts';

/** What the use cases and queries of this context work with. */
export interface Services
  extends Pick<Runtime, 'database' | 'events' | 'jobs' | 'objects' | 'uploads' | 'clock' | 'internal' | 'log'> {
  /** The one way to a reservation from outside a transaction; see docs/adr/0008. */
  readonly stock: Batcher<StockCommand, StockOutcome>;
}

/** Commands done in one transaction at most: beyond this, batches only get slower to answer. */
const maxBatch = 256;
/** Of the context's four connections, two are left to everything else. */
const batchesAtOnce = 2;

/** Builds the services of one process. */
export const createServices = ({
  database,
  events,
  jobs,
  objects,
  uploads,
  clock,
  internal,
  log,
}: Runtime): Services => {
  const run = (commands: readonly StockCommand[]) => runStockCommands({ database, events, clock }, commands);
  return {
    database,
    events,
    jobs,
    objects,
    uploads,
    clock,
    internal,
    log,
    stock: createBatcher({ run, maxBatch, concurrency: batchesAtOnce, gatherMs: 0, concernsAll: isDatabaseOutage }),
  };
};
