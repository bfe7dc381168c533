import { fastify } from 'fastify';
import { createTokenSigner, createTokenVerifier } from '../auth/index.ts';
import { readConfig } from '../config/index.ts';
import { createHealth, startTracing } from '../observability/index.ts';
import { onShutdown, reportReady, type ShutdownStep, stopWithParent } from '../process/index.ts';
import type { AnySubgraph } from '../subgraph/index.ts';
import { bootContext, type RunningContext } from './boot-context.ts';
import { type Infrastructure, openInfrastructure } from './infrastructure.ts';
import { registerOperations } from './operations.ts';
import { processConfig } from './process-config.ts';
import { serveSubgraph } from './serve-subgraph.ts';
import { httpTransport } from './transport.ts';

interface Booted {
  readonly infrastructure: Infrastructure;
  readonly context: RunningContext;
  readonly config: ReturnType<typeof readProcessConfig>;
  readonly verifier: ReturnType<typeof createTokenVerifier>;
  /** Steps that end what was booted, to come after those of the caller. */
  readonly steps: readonly ShutdownStep[];
}

const readProcessConfig = () => readConfig(processConfig);

const boot = async (definition: AnySubgraph, role: string): Promise<Booted> => {
  const config = readProcessConfig();
  const tracing = startTracing({ service: `${definition.name}-${role}`, otlpUrl: config.VITRINA_OTLP_URL });
  const infrastructure = await openInfrastructure({ config, process: `${definition.name}-${role}`, alone: false });
  const verifier = createTokenVerifier(config.VITRINA_JWKS);
  const transport = httpTransport(config.VITRINA_SUBGRAPHS);
  const signer = await createTokenSigner(config.VITRINA_SIGNING_KEY);
  const context = await bootContext({ definition, infrastructure, signer, verifier, transport });
  const steps = [
    { name: definition.name, stop: () => context.stop() },
    { name: 'calls to others', stop: () => transport.close() },
    { name: 'infrastructure', stop: () => infrastructure.close() },
    { name: 'tracing', stop: () => tracing.stop() },
  ];
  return { infrastructure, context, config, verifier, steps };
};

/** Runs one context behind HTTP and WebSocket until a signal stops it. */
export const runSubgraph = async (definition: AnySubgraph): Promise<void> => {
  const { infrastructure, context, config, verifier, steps } = await boot(definition, 'subgraph');
  const health = createHealth({ checks: context.checks });
  const server = await serveSubgraph({
    definition,
    services: context.services,
    host: context.host,
    verifier,
    log: infrastructure.log,
    port: config.VITRINA_PORT,
    address: config.VITRINA_HOST,
    health,
  });
  onShutdown({
    log: infrastructure.log,
    steps: [
      { name: 'readiness', stop: () => health.startStopping() },
      { name: 'server', stop: () => server.close() },
      ...steps,
    ],
  });
  infrastructure.log.info({ url: server.url }, `${definition.name} answers`);
  reportReady(server.url);
  stopWithParent();
};

/** Runs one context's relay, consumers, jobs and sweeps until a signal stops it; answers health and metrics only. */
export const runWorker = async (definition: AnySubgraph): Promise<void> => {
  const { infrastructure, context, config, steps } = await boot(definition, 'worker');
  const health = createHealth({ checks: context.checks });
  const app = fastify();
  registerOperations(app, health);
  await context.startWork();
  const url = await app.listen({ port: config.VITRINA_PORT, host: config.VITRINA_HOST });
  onShutdown({
    log: infrastructure.log,
    steps: [
      { name: 'readiness', stop: () => health.startStopping() },
      ...steps,
      { name: 'server', stop: () => app.close() },
    ],
  });
  infrastructure.log.info({ url }, `${definition.name} works`);
  reportReady(url);
  stopWithParent();
};
