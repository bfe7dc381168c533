import type { Server } from 'node:http';
import type { TokenSigner } from '@vitrina/platform/auth';
import { type Clock, systemClock } from '@vitrina/platform/clock';
import type { InternalCaller } from '@vitrina/platform/internal';
import type { Logger } from '@vitrina/platform/logging';
import type { OpenedObjects } from '@vitrina/platform/objects';
import type { RateLimiter } from '@vitrina/platform/rate-limit';
import { nodeTypes as marketNodeTypes, type NodeType } from '@vitrina/schema/node-types';
import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import { Registry } from 'prom-client';
import { createDocumentGate } from './admission/document-gate.ts';
import { createPolicy } from './admission/policy.ts';
import type { SupergraphSource } from './composition/supergraph-source.ts';
import type { GatewayConfig } from './config/gateway-config.ts';
import { type Authenticate, createAuthenticate } from './edge-auth/authenticate.ts';
import { createSessionAuthority, type SessionAuthority } from './edge-auth/session-authority.ts';
import { maskedFor } from './errors/graphql-errors.ts';
import type { SubgraphTransport } from './execution/call.ts';
import { openTransports, type SubgraphPlace } from './execution/open-transports.ts';
import { executeWithOwn } from './execution/own-executor.ts';
import { createRunOperation, type RunOperation } from './execution/run-operation.ts';
import { type SubgraphClient, type SubgraphFetch, subgraphClient } from './execution/subgraph-client.ts';
import { registerExplorer } from './explorer/serve-explorer.ts';
import { registerAccountPages } from './http/account-pages.ts';
import { createApolloServer } from './http/apollo.ts';
import { registerGraphQLRoute } from './http/graphql-route.ts';
import { type Draining, registerHealth } from './http/health.ts';
import { createMetrics, registerMetrics } from './http/metrics.ts';
import { type PublicRoute, registerPublicRoutes } from './http/public-routes.ts';
import { createHttpServer } from './http/server.ts';
import { registerLandingPages } from './landing/serve-landing.ts';
import { registerMedia } from './media/register-media.ts';
import { nodeTransport } from './node-subgraph/node-transport.ts';
import type { OperationRegistry } from './persisted/registry.ts';
import { createDocumentResolver } from './persisted/resolve-document.ts';
import { warmPlans } from './persisted/warm-plans.ts';
import { holdSupergraph, type SupergraphHolder } from './planning/supergraph-holder.ts';
import { registerPlayer } from './player/serve-player.ts';

import { type AdmissionParts, createSocketAdmission } from './subscriptions/admit-operation.ts';
import { createSharedSubscriptions } from './subscriptions/shared-subscriptions.ts';
import { serveWebSockets, type WebSocketParts } from './subscriptions/websocket-server.ts';

/** What a gateway is built from; the same for both topologies but for the places. */
export interface GatewayDeps {
  readonly supergraph: SupergraphSource;
  /** Entities that `node(id)` finds; the market's own unless a test has others. */
  readonly nodeTypes?: readonly NodeType[];
  /** Where each subgraph is, by name. The generated `node` subgraph is the gateway's own and not listed. */
  readonly subgraphs: Readonly<Record<string, SubgraphPlace>>;
  /** Signs callers' identities, and the gateway itself as a service; issuer `gateway`. */
  readonly signer: TokenSigner;
  /** Calls identity and seller as the service `gateway`. Not needed when `sessions` is given. */
  readonly internal?: InternalCaller;
  /** Public keys of access tokens: identity's `/.well-known/jwks.json`. */
  readonly jwks?: () => Promise<JSONWebKeySet>;
  /** Stands in for identity and seller; tests give their own. */
  readonly sessions?: SessionAuthority;
  readonly registry?: OperationRegistry;
  readonly rateLimiter?: RateLimiter;
  /** Plain HTTP routes of the contexts, served under their own paths. */
  readonly routes?: readonly PublicRoute[];
  /** Other patience with silent peers than the usual; tests have less. */
  readonly socketTimes?: Pick<WebSocketParts, 'initWaitMs' | 'pingEveryMs'>;
  /** Files; without them the gateway has no routes for media and uploads. */
  readonly objects?: OpenedObjects;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly metrics?: Registry;
  /** Told of every sub-request: journeys count them. */
  readonly onSubgraphFetch?: (fetch: SubgraphFetch) => void;
}

/** A gateway that answers. */
export interface RunningGateway {
  /** Origin it listens on, e.g. `http://127.0.0.1:4000`; GraphQL is at `/graphql`. */
  readonly url: string;
  /** Refuses new work, ends subscriptions with a reason, waits for what runs, and lets go of every connection. */
  close(): Promise<void>;
}

const sessionsOf = (deps: GatewayDeps): SessionAuthority => {
  if (deps.sessions) return deps.sessions;
  if (deps.internal && deps.jwks) return createSessionAuthority(deps.internal, deps.jwks);
  throw new TypeError('A gateway needs "sessions", or "internal" and "jwks" to ask identity and seller.');
};

/** How long running requests may take to end when the gateway stops. */
const drainMs = 10_000;

const listen = async (app: FastifyInstance, config: GatewayConfig): Promise<string> =>
  app.listen({ host: config.host, port: config.port });

interface Core {
  readonly holder: SupergraphHolder;
  readonly client: SubgraphClient;
  readonly metrics: ReturnType<typeof createMetrics>;
  readonly registry: Registry;
}

const openCore = async (config: GatewayConfig, deps: GatewayDeps): Promise<Core> => {
  const registry = deps.metrics ?? new Registry();
  const metrics = createMetrics(registry);
  const holder = await holdSupergraph(deps.supergraph, deps.log);
  const socketToken = () => deps.signer.sign({ actor: { kind: 'service', name: 'gateway' } });
  const transports = openTransports(deps.subgraphs, {
    connections: config.subgraphConnections,
    timeoutMs: config.subgraphTimeoutMs,
    socketToken,
  });
  const client: SubgraphClient = subgraphClient({
    transports: withNodes(transports, holder, deps.nodeTypes ?? marketNodeTypes, (call) => client.execute(call)),
    timeoutMs: config.subgraphTimeoutMs,
    clock: deps.clock ?? systemClock,
    log: deps.log,
    onSubgraphFetch: (fetch) => {
      metrics.fetched(fetch);
      deps.onSubgraphFetch?.(fetch);
    },
  });
  return { holder, client, metrics, registry };
};

/** Adds the gateway's own `node` subgraph where the supergraph has it. */
const withNodes = (
  transports: Map<string, SubgraphTransport>,
  holder: SupergraphHolder,
  nodeTypes: readonly NodeType[],
  ask: SubgraphClient['execute'],
): Map<string, SubgraphTransport> => {
  const { subgraphs } = holder.current();
  if (!subgraphs.includes('node') || transports.has('node')) return transports;
  const present = nodeTypes.filter(({ owner }) => transports.has(owner));
  return new Map([...transports, ['node', nodeTransport(present, ask)]]);
};

interface SocketCore extends Pick<AdmissionParts, 'holder' | 'documents' | 'gate' | 'policy'> {
  readonly server: Server;
  readonly client: SubgraphClient;
  readonly run: RunOperation;
  readonly authority: SessionAuthority;
  readonly authenticate: Authenticate;
}

/** The WebSocket half of the gateway. */
const openSockets = (config: GatewayConfig, deps: GatewayDeps, core: SocketCore) => {
  const { client, run, authority, authenticate } = core;
  const { log } = deps;
  const masked = maskedFor(log);
  const subscriptions = createSharedSubscriptions({ client, run, log, masked });
  const admit = createSocketAdmission({ ...core, signer: deps.signer, suggestions: !config.production });
  const sockets = serveWebSockets(core.server, {
    ...config,
    ...deps.socketTimes,
    limits: config,
    authority,
    authenticate,
    admit,
    subscriptions,
    run,
    masked,
    log,
  });
  const counts = () => ({
    sockets: sockets.count,
    readers: subscriptions.readers,
    upstreams: subscriptions.upstreams,
  });
  return { counts, close: () => sockets.close() };
};

/** Starts a gateway; rejects when the supergraph cannot be planned or the port is taken. */
export const startGateway = async (config: GatewayConfig, deps: GatewayDeps): Promise<RunningGateway> => {
  const { holder, client, metrics, registry } = await openCore(config, deps);
  const documents = createDocumentResolver({ registry: deps.registry ?? new Map(), freeForm: config.freeForm });
  const authority = sessionsOf(deps);
  const authenticate = createAuthenticate(authority);
  const policy = createPolicy({
    maxCost: config.maxCost,
    pointsPerMinute: config.pointsPerMinute,
    introspection: config.introspection,
    rateLimiter: deps.rateLimiter,
  });
  const run = createRunOperation(executeWithOwn, client, deps.log);
  const apollo = createApolloServer({ holder, policy, documents, run, log: deps.log, production: config.production });
  await apollo.start();

  const gate = createDocumentGate();
  const draining: Draining = { value: false };
  const app = await createHttpServer({ ...config, log: deps.log, draining });
  registerGraphQLRoute(app, {
    apollo,
    authenticate,
    documents,
    gate,
    signer: deps.signer,
    secureCookies: config.production,
  });
  registerHealth(app, client, draining);
  registerMetrics(app, registry);
  const operations = [...(deps.registry?.values() ?? [])];
  await registerExplorer(app, { demoAccounts: config.demoAccounts, operations });
  registerAccountPages(app, operations);
  await registerPlayer(app);
  registerLandingPages(app, {
    registry: deps.registry ?? new Map(),
    clock: deps.clock ?? systemClock,
    log: deps.log,
  });
  await registerPublicRoutes(app, deps.routes ?? []);
  if (deps.objects) await registerMedia(app, { clock: systemClock, ...deps, objects: deps.objects });
  const sockets = openSockets(config, deps, {
    server: app.server,
    holder,
    client,
    run,
    documents,
    gate,
    policy,
    authority,
    authenticate,
  });
  metrics.observe(sockets.counts);
  const url = await listen(app, config);
  const stopWarming = holder.onChange(
    (supergraph) => void warmPlans(deps.registry ?? new Map(), supergraph, gate, deps.log),
  );

  return {
    url,
    close: async () => {
      draining.value = true;
      stopWarming();
      await sockets.close();
      const patience = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await app.close();
      clearTimeout(patience);
      await apollo.stop();
      holder.close();
      await client.close();
    },
  };
};
