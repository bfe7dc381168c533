import type { TokenSigner, TokenVerifier } from '../auth/index.ts';
import { readConfig } from '../config/index.ts';
import { connect, migrate } from '../database/index.ts';
import { createEventPublisher, startEvents } from '../events/index.ts';
import { forgetOldKeys } from '../idempotency/index.ts';
import { createInternalCaller, type InternalTransport } from '../internal/index.ts';
import { type Sweep, startSweeps } from '../jobs/index.ts';
import type { HealthCheck } from '../observability/index.ts';
import { type AnySubgraph, createHost, type Runtime, type SubgraphHost } from '../subgraph/index.ts';
import { createUploads, sweepUploads } from '../uploads/index.ts';
import type { Infrastructure } from './infrastructure.ts';

export interface BootOptions {
  readonly definition: AnySubgraph;
  readonly infrastructure: Infrastructure;
  /** Signs this context's calls to others. */
  readonly signer: TokenSigner;
  readonly verifier: TokenVerifier;
  readonly transport: InternalTransport;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** One context up in this process: answers requests at once, works once `startWork` is called. */
export interface RunningContext {
  readonly definition: AnySubgraph;
  readonly host: SubgraphHost;
  readonly services: unknown;
  readonly runtime: Runtime;
  /** Starts the relay, the consumers, the job workers, the sweeps and what runs in the background. */
  startWork(): Promise<void>;
  /** What has to be well for this context to be ready. */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  stop(): Promise<void>;
}

/** Migrates, builds the services and makes the schema executable. */
export const bootContext = async (options: BootOptions): Promise<RunningContext> => {
  const { definition, infrastructure, signer, verifier, transport } = options;
  const { clock, bus, wake, jobs, pubsub, rateLimiter, recent, objects } = infrastructure;
  const log = infrastructure.log.child({ context: definition.name });
  const config = readConfig(definition.config, options.env ?? process.env);
  const url = await infrastructure.databaseUrl(definition.name);
  await migrate(url, definition.migrations);
  const database = connect(url, { applicationName: `vitrina ${definition.name}` });
  const runtime: Runtime = {
    context: definition.name,
    database,
    events: createEventPublisher(definition.name, clock, wake),
    jobs: jobs.queue,
    pubsub,
    internal: createInternalCaller(signer, transport),
    rateLimiter,
    recent,
    objects: objects.store,
    uploads: createUploads({
      database,
      objects: objects.store,
      secret: objects.uploadSecret,
      gatewayUrl: objects.gatewayUrl,
      clock,
    }),
    clock,
    log,
  };
  const services = await definition.services(runtime, config);
  const host = await createHost({ definition, services, verifier, log });

  const running: { stop(): Promise<void> }[] = [];
  const kitSweeps: readonly Sweep<unknown>[] = [
    {
      name: 'forget-old-idempotency-keys',
      everySeconds: 3_600,
      run: () => forgetOldKeys(database, clock.now()),
    },
    {
      name: 'delete-abandoned-uploads',
      everySeconds: 900,
      run: async ({ signal }) => {
        const swept = await sweepUploads(database, objects.store, clock.now(), signal);
        if (swept > 0) log.info({ swept }, 'abandoned uploads deleted');
      },
    },
  ];
  const startWork = async (): Promise<void> => {
    const common = { context: definition.name, database, services, log };
    running.push(await startEvents({ ...common, bus, wake, clock, consumers: definition.consumers ?? [] }));
    if (definition.jobs?.length)
      running.push(await jobs.startWorkers({ context: definition.name, services, handlers: definition.jobs, log }));
    running.push(startSweeps({ ...common, clock, sweeps: [...(definition.sweeps ?? []), ...kitSweeps] }));
    for (const task of definition.background ?? []) running.push(await task.start({ services, log }));
  };

  return {
    definition,
    host,
    services,
    runtime,
    startWork,
    checks: { [`${definition.name}: database`]: () => database.sql`select 1` },
    stop: async () => {
      for (const part of running.reverse()) await part.stop();
      await definition.close?.(services);
      await database.close();
    },
  };
};
