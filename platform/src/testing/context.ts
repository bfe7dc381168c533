import type { ExecutionResult } from 'graphql';
import type { JWK } from 'jose';
import {
  anonymous,
  createTokenSigner,
  createTokenVerifier,
  gatewayIssuer,
  generateSigningKey,
  type Identity,
} from '../auth/index.ts';
import { type ManualClock, manualClock } from '../clock/index.ts';
import { readConfig } from '../config/index.ts';
import { createEventPublisher } from '../events/index.ts';
import { newId } from '../ids/index.ts';
import { createInternalCaller, type InternalCaller } from '../internal/index.ts';
import { silentLogger } from '../logging/index.ts';
import { createPubSub } from '../pubsub/index.ts';
import { createRateLimiter } from '../rate-limit/index.ts';
import { createRecent } from '../recent/index.ts';
import { type AnySubgraph, createHost, type RequestMeta, type Runtime, type SubgraphHost } from '../subgraph/index.ts';
import { deliveries } from './deliveries.ts';
import { testFiles } from './files.ts';
import { recordedJobs } from './jobs.ts';
import { type TestDatabase, testDatabase } from './postgres.ts';

/** Answers another context gives in a test, by context and operation name: the place of a callee that cannot be imported. */
export type InternalAnswers = Readonly<Record<string, Readonly<Record<string, (variables: never) => unknown>>>>;

export interface TestContextOptions {
  /** Environment variables of the context. */
  readonly env?: Record<string, string>;
  readonly internal?: InternalAnswers;
  readonly clock?: ManualClock;
}

export interface AskOptions {
  readonly as?: Identity;
  readonly meta?: Partial<RequestMeta>;
}

const keys = new Map<string, Promise<{ privateJwk: JWK; publicJwk: JWK }>>();
const keyOf = (issuer: string) => {
  const known = keys.get(issuer) ?? generateSigningKey(issuer);
  keys.set(issuer, known);
  return known;
};

const signers = new Map<string, ReturnType<typeof createTokenSigner>>();

/** Signs any identity with the key of the issuer that may carry it; making a signer costs more than most requests. */
const signerFor = async (identity: Identity) => {
  const issuer = identity.actor.kind === 'service' ? `service:${identity.actor.name}` : gatewayIssuer;
  const known = signers.get(issuer) ?? createTokenSigner((await keyOf(issuer)).privateJwk);
  signers.set(issuer, known);
  return known;
};

const answering = async (context: string, answers: InternalAnswers): Promise<InternalCaller> =>
  createInternalCaller(await createTokenSigner((await keyOf(`service:${context}`)).privateJwk), {
    execute: async (callee, { query, variables }) => {
      const operation = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
      const answer = answers[callee]?.[operation];
      if (!answer) throw new Error(`This test gives no answer for ${callee}.${operation}.`);
      return { data: (await answer(variables as never)) as Record<string, unknown> };
    },
  });

const metaOf = (meta: Partial<RequestMeta> = {}): RequestMeta => ({
  requestId: newId('req'),
  ip: '127.0.0.1',
  userAgent: 'test',
  locale: 'en',
  ...meta,
});

/** Boots one context on a database of its own, through the same definition a process runs. */
export const testContext = async <S = unknown>(definition: AnySubgraph, options: TestContextOptions = {}) => {
  const db: TestDatabase = await testDatabase({ migrations: definition.migrations });
  const clock = options.clock ?? manualClock();
  const pubsub = createPubSub({ kind: 'process' });
  const jobs = recordedJobs();
  const files = await testFiles(db.database, clock);
  const runtime: Runtime = {
    context: definition.name,
    database: db.database,
    events: createEventPublisher(definition.name, clock),
    jobs: jobs.queue,
    pubsub,
    internal: await answering(definition.name, options.internal ?? {}),
    rateLimiter: createRateLimiter({ kind: 'memory' }),
    recent: createRecent({ kind: 'process' }),
    objects: files.objects,
    uploads: files.uploads,
    clock,
    log: silentLogger,
  };
  const services = (await definition.services(runtime, readConfig(definition.config, options.env ?? {}))) as S;
  const issuers = [
    gatewayIssuer,
    ...['identity', 'seller', 'catalog', 'search', 'orders', 'payments', 'notifications', 'video', 'messaging'].map(
      (name) => `service:${name}`,
    ),
  ];
  const verifier = createTokenVerifier({
    keys: await Promise.all(issuers.map(async (issuer) => (await keyOf(issuer)).publicJwk)),
  });
  const host: SubgraphHost = await createHost({ definition, services, verifier, log: silentLogger });

  const request = async (query: string, variables: Record<string, unknown>, { as = anonymous, meta }: AskOptions) => ({
    query,
    variables,
    token: await (await signerFor(as)).sign(as),
    meta: metaOf(meta),
  });

  return {
    host,
    services,
    runtime,
    clock,
    database: db.database,
    connectAgain: db.connectAgain,
    /** Runs a query or mutation and gives back data and errors as a client would get them. */
    ask: async <T = Record<string, unknown>>(
      query: string,
      variables: Record<string, unknown> = {},
      asking: AskOptions = {},
    ): Promise<ExecutionResult<T>> =>
      JSON.parse(JSON.stringify(await host.execute(await request(query, variables, asking)))) as ExecutionResult<T>,
    subscribe: async (query: string, variables: Record<string, unknown> = {}, asking: AskOptions = {}) =>
      host.subscribe(await request(query, variables, asking)),
    ...deliveries(definition, db.database, services, clock),
    /** Runs every job enqueued so far (and those they enqueue), in order. */
    runJobs: () => jobs.run(definition, services),
    /** Runs one sweep now. */
    runSweep: async (name: string) => {
      const sweep = definition.sweeps?.find((candidate) => candidate.name === name);
      if (!sweep) throw new Error(`${definition.name} has no sweep "${name}".`);
      await sweep.run({ services, log: silentLogger, signal: new AbortController().signal });
    },
    ...files.acts,
    close: async () => {
      await definition.close?.(services);
      await pubsub.close();
      await files.remove();
      await db.drop();
    },
  };
};

export type TestContext<S = unknown> = Awaited<ReturnType<typeof testContext<S>>>;
