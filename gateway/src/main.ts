import { fileURLToPath } from 'node:url';
import { createTokenSigner } from '@vitrina/platform/auth';
import { readConfig } from '@vitrina/platform/config';
import { httpTransport, openInfrastructure, processConfig } from '@vitrina/platform/hosting';
import { createInternalCaller } from '@vitrina/platform/internal';
import { startTracing } from '@vitrina/platform/observability';
import { onShutdown, reportReady, stopWithParent } from '@vitrina/platform/process';
import type { JSONWebKeySet } from 'jose';
import { proxiedRoute, readGatewayConfig, readRegistry, startGateway, supergraphFile } from './index.ts';

const schema = fileURLToPath(new URL('../../schema/', import.meta.url));

/** Plain HTTP routes of contexts that run elsewhere. */
const publicPaths = [
  { context: 'identity', method: 'GET', path: '/.well-known/jwks.json' },
  { context: 'payments', method: 'POST', path: '/webhooks/stripe' },
  { context: 'notifications', method: 'GET', path: '/unsubscribe' },
  { context: 'notifications', method: 'POST', path: '/unsubscribe' },
  { context: 'notifications', method: 'POST', path: '/webhooks/mail-events' },
  { context: 'notifications', method: 'POST', path: '/webhooks/sms' },
  { context: 'notifications', method: 'POST', path: '/webhooks/telegram' },
] as const;

const config = readConfig(processConfig);
const gatewayConfig = readGatewayConfig();
const tracing = startTracing({ service: 'gateway', otlpUrl: config.VITRINA_OTLP_URL });
const infrastructure = await openInfrastructure({ config, process: 'gateway', alone: false });
const transport = httpTransport(config.VITRINA_SUBGRAPHS);
const signer = await createTokenSigner(config.VITRINA_SIGNING_KEY);

const addressOf = (context: string): string => {
  const url = config.VITRINA_SUBGRAPHS.get(context);
  if (!url) throw new Error(`VITRINA_SUBGRAPHS names no address for "${context}".`);
  return url;
};
const routes = publicPaths.map(({ context, method, path }) =>
  proxiedRoute({ method, path }, addressOf(context), gatewayConfig.subgraphTimeoutMs, infrastructure.log),
);

const gateway = await startGateway(gatewayConfig, {
  supergraph: supergraphFile(`${schema}supergraph.graphql`, infrastructure.log),
  subgraphs: Object.fromEntries([...config.VITRINA_SUBGRAPHS].map(([name, url]) => [name, { url }])),
  signer,
  internal: createInternalCaller(signer, transport),
  jwks: async () => {
    const answer = await fetch(`${addressOf('identity')}/.well-known/jwks.json`, {
      signal: AbortSignal.timeout(2_000),
    });
    return (await answer.json()) as JSONWebKeySet;
  },
  registry: readRegistry(`${schema}operations`),
  rateLimiter: infrastructure.rateLimiter,
  objects: infrastructure.objects,
  routes,
  log: infrastructure.log,
});

onShutdown({
  log: infrastructure.log,
  steps: [
    { name: 'gateway', stop: () => gateway.close() },
    { name: 'routes', stop: () => Promise.all(routes.map((route) => route.close())) },
    { name: 'calls to subgraphs', stop: () => transport.close() },
    { name: 'infrastructure', stop: () => infrastructure.close() },
    { name: 'tracing', stop: () => tracing.stop() },
  ],
});
infrastructure.log.info({ url: gateway.url }, 'The gateway answers');
reportReady(gateway.url);
stopWithParent();
