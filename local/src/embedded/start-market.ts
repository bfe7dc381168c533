import {
  type GatewayConfig,
  type RunningGateway,
  readGatewayConfig,
  readRegistry,
  startGateway,
  supergraphFile,
} from '@vitrina/gateway';
import { createTokenSigner, createTokenVerifier, gatewayIssuer } from '@vitrina/platform/auth';
import { readConfig } from '@vitrina/platform/config';
import {
  bootContext,
  type Infrastructure,
  infrastructureConfig,
  inProcessTransport,
  openInfrastructure,
  type RunningContext,
} from '@vitrina/platform/hosting';
import { createInternalCaller, type InternalTransport } from '@vitrina/platform/internal';
import type { AnySubgraph, SubgraphHost } from '@vitrina/platform/subgraph';
import { contexts } from '../market/contexts.ts';
import { generateKeys, type Keys } from '../market/keys.ts';
import { projectRoot } from '../market/local-config.ts';
import { stopAll } from '../market/stop-all.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A whole market in this process. */
export interface EmbeddedMarket {
  /** Origin of the gateway. */
  readonly url: string;
  stop(): Promise<void>;
}

const privateKeyOf = (keys: Keys, issuer: string) => {
  const key = keys.privateKeys.get(issuer);
  if (!key) throw new Error(`No signing key for ${issuer}.`);
  return key;
};

/** Plain HTTP routes of all contexts, handled in this process. */
const publicRoutes = (running: readonly RunningContext[]) =>
  running.flatMap(({ definition, services, runtime }) =>
    (definition.routes ?? []).map((route) => ({
      method: route.method,
      path: route.path,
      handle: (request: Parameters<typeof route.handle>[0]) => route.handle(request, { services, log: runtime.log }),
    })),
  );

interface Booted {
  readonly config: GatewayConfig;
  readonly running: readonly RunningContext[];
  readonly keys: Keys;
  readonly infrastructure: Infrastructure;
  readonly transport: InternalTransport;
}

/** The gateway over contexts of this process. */
const openGateway = async ({ config, running, keys, infrastructure, transport }: Booted): Promise<RunningGateway> => {
  const signer = await createTokenSigner(privateKeyOf(keys, gatewayIssuer));
  const routes = publicRoutes(running);
  const jwksRoute = routes.find(({ path }) => path === '/.well-known/jwks.json');
  const jwks = async () => {
    const request = { method: 'GET', path: jwksRoute?.path ?? '', query: {}, headers: {}, body: Buffer.alloc(0) };
    return JSON.parse((await jwksRoute?.handle(request))?.body ?? '{"keys":[]}');
  };
  return startGateway(config, {
    supergraph: supergraphFile(`${projectRoot}schema/supergraph.graphql`, infrastructure.log),
    subgraphs: Object.fromEntries(running.map(({ definition, host }) => [definition.name, { host }])),
    signer,
    internal: createInternalCaller(signer, transport),
    jwks,
    registry: readRegistry(`${projectRoot}schema/operations`),
    rateLimiter: infrastructure.rateLimiter,
    objects: infrastructure.objects,
    routes,
    log: infrastructure.log,
  });
};

/**
 * Boots every context and the gateway in this process. Contexts call each other and are called by the gateway without a
 * network, but with the same signed tokens and the same checks as between processes. When one fails to start, or `signal`
 * gives the start up, those that run already are stopped.
 */
export const startEmbeddedMarket = async (
  env: Env,
  tell: (step: string) => void,
  signal?: AbortSignal,
): Promise<EmbeddedMarket> => {
  // First: a wrong variable is told before any database is made.
  const config = readGatewayConfig(env);
  const keys = await generateKeys(contexts.map(({ name }) => name));
  const verifier = createTokenVerifier(keys.jwks);
  const infrastructure = await openInfrastructure({
    config: readConfig(infrastructureConfig, env),
    process: 'market',
    alone: true,
  });
  const hosts = new Map<string, SubgraphHost>();
  const transport = inProcessTransport(hosts);
  const running: RunningContext[] = [];
  let gateway: RunningGateway | undefined;
  const stop = async (): Promise<void> => {
    await stopAll([
      { name: 'gateway', stop: () => gateway?.close() },
      ...running
        .splice(0)
        .reverse()
        .map((context) => ({ name: context.definition.name, stop: () => context.stop() })),
      { name: 'infrastructure', stop: () => infrastructure.close() },
    ]);
  };
  const boot = async (definition: AnySubgraph): Promise<void> => {
    const signer = await createTokenSigner(privateKeyOf(keys, `service:${definition.name}`));
    const context = await bootContext({ definition, infrastructure, signer, verifier, transport, env });
    hosts.set(definition.name, context.host);
    running.push(context);
  };
  try {
    tell(`migrate and start ${contexts.map(({ name }) => name).join(', ')}`);
    const booting = contexts.map(boot);
    // All have to come to their end before a failure of one stops what the others have started.
    await Promise.allSettled(booting);
    await Promise.all(booting);
    tell('workers');
    for (const context of running) {
      signal?.throwIfAborted();
      await context.startWork();
    }
    signal?.throwIfAborted();
    tell('gateway');
    gateway = await openGateway({ config, running, keys, infrastructure, transport });
    return { url: gateway.url, stop };
  } catch (error) {
    // Why the start failed is what has to be heard.
    await stop().catch(({ message }: Error) => tell(message));
    throw error;
  }
};
