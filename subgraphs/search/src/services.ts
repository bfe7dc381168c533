import type { Runtime } from '@vitrina/platform/subgraph';
import type { SearchConfig } from './config.ts';
import type { SearchEngine } from './engine/contract.ts';
import { createMeilisearchEngine } from './engine/meilisearch/meilisearch-engine.ts';
import { createPostgresEngine } from './engine/postgres/postgres-engine.ts';
import { openIndexState } from './store/index-state.ts';
import { createQueryCounter, type QueryCounter } from './usecases/count-queries.ts';

/** What the use cases and queries of this context work with. */
export interface Services extends Pick<Runtime, 'database' | 'internal' | 'jobs' | 'clock' | 'log'> {
  readonly engine: SearchEngine;
  /** Counts what people search for, in batches. */
  readonly queryCounter: QueryCounter;
}

const createEngine = (runtime: Runtime, config: SearchConfig): SearchEngine =>
  config.VITRINA_SEARCH_ENGINE === 'meilisearch'
    ? createMeilisearchEngine({ url: config.VITRINA_MEILISEARCH_URL ?? '', key: config.VITRINA_MEILISEARCH_KEY })
    : createPostgresEngine(runtime.database);

/** Builds the services of one process. An engine that was not the last one to be filled gets a rebuild asked for. */
export const createServices = async (runtime: Runtime, config: SearchConfig): Promise<Services> => {
  const { database, internal, jobs, clock, log } = runtime;
  const engine = createEngine(runtime, config);
  await engine.prepare();
  await openIndexState(database, engine.name, clock.now());
  return { database, internal, jobs, clock, log, engine, queryCounter: createQueryCounter({ database, clock, log }) };
};
