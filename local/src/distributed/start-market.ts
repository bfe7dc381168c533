import { gatewayIssuer } from '@vitrina/platform/auth';
import { contexts } from '../market/contexts.ts';
import { generateKeys } from '../market/keys.ts';
import type { LocalConfig } from '../market/local-config.ts';
import { stopAll } from '../market/stop-all.ts';
import { assertPortsFree } from '../parts/ports.ts';
import { gatewayPorts } from './gateway-ports.ts';
import { type KeptProcess, keepProcess } from './keep-process.ts';
import type { ProcessPlan } from './processes.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A whole market as processes: one per subgraph, one per worker, one gateway or several. */
export interface DistributedMarket {
  readonly processes: readonly KeptProcess[];
  stop(): Promise<void>;
}

/** What runs where: an entry point and an environment per process, each with a key of its own. */
export const planProcesses = async (config: LocalConfig, env: Env) => {
  const names = contexts.map(({ name }) => name);
  const keys = await generateKeys(names);
  const base = config.VITRINA_DISTRIBUTED_BASE_PORT;
  const portOf = (name: string, offset: number): string => String(base + names.indexOf(name) * 2 + offset);
  const common = {
    ...env,
    VITRINA_HOST: '127.0.0.1',
    VITRINA_JWKS: JSON.stringify(keys.jwks),
    VITRINA_SUBGRAPHS: names.map((name) => `${name}=http://127.0.0.1:${portOf(name, 0)}`).join(','),
  };
  const signedAs = (issuer: string) => ({
    ...common,
    VITRINA_SIGNING_KEY: JSON.stringify(keys.privateKeys.get(issuer)),
  });
  const plan = (name: string, role: 'main' | 'worker', offset: number): ProcessPlan => ({
    name: role === 'main' ? name : `${name}-worker`,
    entry: `subgraphs/${name}/src/${role}.ts`,
    env: { ...signedAs(`service:${name}`), VITRINA_PORT: portOf(name, offset) },
  });
  const gateway: ProcessPlan = { name: 'gateway', entry: 'gateway/src/main.ts', env: signedAs(gatewayIssuer) };
  const [, ...further] = gatewayPorts(config);
  return {
    subgraphs: names.map((name) => plan(name, 'main', 0)),
    workers: names.map((name) => plan(name, 'worker', 1)),
    gateway,
    /** Beside the first one, behind the same address in a deployment; here each has a port of its own. */
    furtherGateways: further.map(
      (port, index): ProcessPlan => ({
        ...gateway,
        name: `gateway-${index + 2}`,
        env: { ...gateway.env, VITRINA_GATEWAY_PORT: String(port) },
      }),
    ),
  };
};

/** Ports of the processes behind the gateways, by what moves them. */
const processPorts = (config: LocalConfig): Readonly<Record<string, number>> =>
  Object.fromEntries(
    contexts
      .flatMap(({ name }) => [name, `${name}-worker`])
      .map((name, index) => [`VITRINA_DISTRIBUTED_BASE_PORT (${name})`, config.VITRINA_DISTRIBUTED_BASE_PORT + index]),
  );

/**
 * Starts every process, each with a key of its own, and starts those again that end by themselves. When one fails to start
 * at first, or `signal` gives the start up, those before it are stopped.
 */
export const startDistributedMarket = async (
  config: LocalConfig,
  env: Env,
  tell: (step: string) => void,
  signal?: AbortSignal,
): Promise<DistributedMarket> => {
  // Twenty processes with a stack each would say less.
  await assertPortsFree(processPorts(config));
  const { subgraphs, workers, gateway, furtherGateways } = await planProcesses(config, env);
  const processes: KeptProcess[] = [];
  const stop = async (): Promise<void> => {
    await stopAll(processes.splice(0).reverse());
  };
  const start = async (plan: ProcessPlan): Promise<void> => {
    processes.push(await keepProcess(plan, (line) => process.stderr.write(`${line}\n`), undefined, signal));
    tell(`${plan.name} is up`);
  };
  try {
    // Two at a time: a machine with two cores starts them no faster all at once.
    for (const group of [subgraphs, workers, [gateway, ...furtherGateways]]) {
      for (let index = 0; index < group.length; index += 2) {
        signal?.throwIfAborted();
        const pair = group.slice(index, index + 2).map(start);
        // Both have to come to their end before a failure of one stops what the other has started.
        await Promise.allSettled(pair);
        await Promise.all(pair);
      }
    }
  } catch (error) {
    // Why the start failed is what has to be heard.
    await stop().catch(({ message }: Error) => tell(message));
    throw error;
  }
  return { processes, stop };
};
