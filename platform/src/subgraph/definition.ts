import type { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import type { EventConsumer, EventPublisher } from '../events/index.ts';
import type { InternalCaller } from '../internal/index.ts';
import type { JobHandler, JobQueue, Sweep } from '../jobs/index.ts';
import type { Logger } from '../logging/index.ts';
import type { ObjectStore } from '../objects/index.ts';
import type { PubSub } from '../pubsub/index.ts';
import type { RateLimiter } from '../rate-limit/index.ts';
import type { RecentStore } from '../recent/index.ts';
import type { Uploads } from '../uploads/index.ts';

/** What the kit gives a running context; its services are built out of this. */
export interface Runtime {
  readonly context: string;
  readonly database: Database;
  readonly events: EventPublisher;
  readonly jobs: JobQueue;
  readonly pubsub: PubSub;
  readonly internal: InternalCaller;
  readonly rateLimiter: RateLimiter;
  /** The last rows of logs, near at hand: a cache whose misses are reads. */
  readonly recent: RecentStore;
  /** Files: shared by all contexts, each under key prefixes of its own. */
  readonly objects: ObjectStore;
  /** Files that clients send to this context. */
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as they arrived: signatures are over these. */
  readonly body: Buffer;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A plain HTTP route for callers that do not speak GraphQL (webhooks, JWKS). Authenticates by itself. */
export interface HttpRoute<S> {
  readonly method: 'GET' | 'POST';
  /** Reachable through the gateway under this very path. */
  readonly path: string;
  readonly handle: (
    request: HttpRequest,
    scope: { readonly services: S; readonly log: Logger },
  ) => Promise<HttpResponse>;
}

/** Work that waits for the outside world all the time (a server for a protocol of its own); runs where jobs do. */
export interface BackgroundTask<S> {
  /** For the log. */
  readonly name: string;
  /** Resolves once it is up; a rejection keeps the worker from starting. `stop` ends it and waits until it has ended. */
  readonly start: (scope: { readonly services: S; readonly log: Logger }) => Promise<{ stop(): Promise<void> }>;
}

/** The resolver map of a context; codegen's `Resolvers` type is assignable to it. */
export type ResolverMap = Readonly<Record<string, unknown>>;

/** One bounded context, complete: the only thing a process needs to run it. */
export interface SubgraphDefinition<S = unknown, C extends z.ZodObject = z.ZodObject> {
  /** Folder name under `subgraphs/`, database name and service name. */
  readonly name: string;
  /** `schema.graphql`; the kit's scalars, directives and shared types are added to it. */
  readonly schema: URL;
  readonly resolvers: ResolverMap;
  /** Folder of drizzle-kit migrations; none for a context without tables. */
  readonly migrations?: URL;
  /** Environment variables of its own, by name. */
  readonly config: C;
  readonly services: (runtime: Runtime, config: z.output<C>) => S | Promise<S>;
  readonly jobs?: readonly JobHandler<S>[];
  readonly consumers?: readonly EventConsumer<S>[];
  readonly sweeps?: readonly Sweep<S>[];
  readonly routes?: readonly HttpRoute<S>[];
  readonly background?: readonly BackgroundTask<S>[];
  /** Releases what `services` opened beyond the runtime. */
  readonly close?: (services: S) => Promise<void>;
}

/** A definition whose services are nobody's business but its own: what hosts handle. */
export type AnySubgraph = SubgraphDefinition<unknown, z.ZodObject>;

/** Declares a context; hosts see it as {@link AnySubgraph}. */
export const defineSubgraph = <S, C extends z.ZodObject>(definition: SubgraphDefinition<S, C>): AnySubgraph =>
  definition as unknown as AnySubgraph;
