import { createTokenSigner, gatewayIssuer, type TokenSigner } from '@vitrina/platform/auth';
import { type RunningProcess, startProcess } from '../../../local/src/distributed/processes.ts';
import { contexts } from '../../../local/src/market/contexts.ts';
import { generateKeys } from '../../../local/src/market/keys.ts';
import { readLocalConfig } from '../../../local/src/market/local-config.ts';
import { openParts } from '../../../local/src/market/parts.ts';
import { unlimited } from './embedded-market.ts';
import { freePort } from './free-port.ts';
import { openRedis, type RedisServer } from './redis-server.ts';

/** Part of the distributed market: the gateway and some subgraphs, each the very process a container runs. */
export interface DistributedMarket {
  readonly gateway: { readonly url: string; readonly pid: number };
  /** GraphQL origins of the running subgraphs. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly pids: ReadonlyMap<string, number>;
  /** Speaks for people as the gateway does. */
  readonly signer: TokenSigner;
  /** What counts rate limits. */
  readonly limits: 'Redis' | 'Postgres';
  stop(): Promise<void>;
}

const portVariables = [
  'VITRINA_GATEWAY_PORT',
  'VITRINA_STRIPE_DOUBLE_PORT',
  'VITRINA_SMTP_PORT',
  'VITRINA_MAIL_WEB_PORT',
] as const;

const ownPorts = async (): Promise<Record<string, string>> => {
  const ports: Record<string, string> = {};
  for (const variable of portVariables) ports[variable] = String(await freePort());
  return ports;
};

/** Starts the named subgraphs (no workers) and a gateway over a seeded data home. */
export const startDistributed = async (
  home: string,
  names: readonly string[],
  tell: (step: string) => void,
): Promise<DistributedMarket> => {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const config = readLocalConfig({ ...process.env, ...(await ownPorts()), VITRINA_DATA_HOME: home });
    const parts = await openParts(config, tell);
    stops.push(async () => {
      for (const step of parts.steps) await step.stop();
    });
    const redis: RedisServer | undefined = await openRedis();
    if (redis) stops.push(() => redis.stop());
    const keys = await generateKeys(contexts.map(({ name }) => name));
    const ports = new Map<string, number>();
    // Every context has an address, as in a deployment; those that are not asked for anything are not started.
    for (const { name } of contexts) ports.set(name, await freePort());
    const origins = new Map([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`]));
    const envOf = (issuer: string, port: number) => ({
      ...parts.env,
      ...unlimited,
      NODE_ENV: 'production',
      VITRINA_FREE_FORM_QUERIES: 'everyone',
      VITRINA_LOG_LEVEL: 'error',
      VITRINA_HOST: '127.0.0.1',
      VITRINA_PORT: String(port),
      VITRINA_JWKS: JSON.stringify(keys.jwks),
      VITRINA_SUBGRAPHS: [...origins].map(([name, origin]) => `${name}=${origin}`).join(','),
      VITRINA_SIGNING_KEY: JSON.stringify(keys.privateKeys.get(issuer)),
      ...(redis && { VITRINA_REDIS_URL: redis.url }),
    });
    const start = async (name: string, entry: string, env: Readonly<Record<string, string | undefined>>) => {
      const running: RunningProcess = await startProcess({ name, entry, env }, (lost, code) =>
        tell(`${lost} ended by itself (exit ${code})`),
      );
      stops.push(() => running.stop());
      tell(`${name} is up`);
      return running.child.pid ?? 0;
    };
    const pids = new Map<string, number>();
    for (const name of names) {
      const env = envOf(`service:${name}`, ports.get(name) ?? 0);
      pids.set(name, await start(name, `subgraphs/${name}/src/main.ts`, env));
    }
    const pid = await start('gateway', 'gateway/src/main.ts', envOf(gatewayIssuer, await freePort()));
    const gatewayKey = keys.privateKeys.get(gatewayIssuer);
    if (!gatewayKey) throw new Error('The gateway has no key.');
    return {
      gateway: { url: parts.addresses.gateway, pid },
      subgraphs: origins,
      pids,
      signer: await createTokenSigner(gatewayKey),
      limits: redis ? 'Redis' : 'Postgres',
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
