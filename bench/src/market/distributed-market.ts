import { setTimeout as pause } from 'node:timers/promises';
import { createTokenSigner, gatewayIssuer, type TokenSigner } from '@vitrina/platform/auth';
import { type RunningProcess, startProcess } from '../../../local/src/distributed/processes.ts';
import { contexts } from '../../../local/src/market/contexts.ts';
import { generateKeys } from '../../../local/src/market/keys.ts';
import { readLocalConfig } from '../../../local/src/market/local-config.ts';
import { openParts } from '../../../local/src/market/parts.ts';
import { unlimited } from './embedded-market.ts';
import { freePort } from './free-port.ts';
import { openRedis, type RedisServer } from './redis-server.ts';

/** Part of the distributed market: some subgraphs and gateways over them, each the very process a container runs. */
export interface DistributedMarket {
  /** Origins of the subgraphs. Every context has one, as in a deployment; only those asked for are running. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** Starts a gateway that finds the subgraphs at these origins. */
  openGateway(subgraphs: ReadonlyMap<string, string>): Promise<{ readonly url: string; readonly pid: number }>;
  /** Speaks for people as the gateway does. */
  readonly signer: TokenSigner;
  /** What counts rate limits. */
  readonly limits: 'Redis' | 'Postgres';
  /** Process ids of the subgraphs that run. */
  readonly pids: ReadonlyMap<string, number>;
  /** Server URL; its databases are `vitrina_<context>`. */
  readonly postgres: string;
  /** Process id of Redis; undefined where there is none. */
  redisPid(): number | undefined;
  /** Starts a context's worker: its relay, consumers, jobs and sweeps. */
  openWorker(name: string): Promise<{ readonly pid: number; stop(): Promise<void> }>;
  /** Takes Redis away for so long and brings it back empty, at the same port; nothing where there is none. */
  restartRedis(awayMs: number): Promise<void>;
  stop(): Promise<void>;
}

const portVariables = [
  'VITRINA_GATEWAY_PORT',
  'VITRINA_STRIPE_DOUBLE_PORT',
  'VITRINA_SMTP_PORT',
  'VITRINA_MAIL_WEB_PORT',
  'VITRINA_PHONE_PORT',
] as const;

const ownPorts = async (): Promise<Record<string, string>> => {
  const ports: Record<string, string> = {};
  for (const variable of portVariables) ports[variable] = String(await freePort());
  return ports;
};

/** Starts the named subgraphs (no workers) over a seeded data home; `own` is added to the environment of every process. */
export const startDistributed = async (
  home: string,
  names: readonly string[],
  tell: (step: string) => void,
  own: Readonly<Record<string, string>> = {},
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
    let redis: RedisServer | undefined = await openRedis();
    stops.push(async () => redis?.stop());
    const keys = await generateKeys(contexts.map(({ name }) => name));
    const ports = new Map<string, number>();
    for (const { name } of contexts) ports.set(name, await freePort());
    const origins = new Map([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`]));
    const envOf = (issuer: string, port: number, places: ReadonlyMap<string, string> = origins) => ({
      ...parts.env,
      ...unlimited,
      NODE_ENV: 'production',
      VITRINA_FREE_FORM_QUERIES: 'everyone',
      VITRINA_LOG_LEVEL: 'error',
      VITRINA_HOST: '127.0.0.1',
      VITRINA_PORT: String(port),
      VITRINA_JWKS: JSON.stringify(keys.jwks),
      VITRINA_SUBGRAPHS: [...places].map(([name, origin]) => `${name}=${origin}`).join(','),
      VITRINA_SIGNING_KEY: JSON.stringify(keys.privateKeys.get(issuer)),
      ...(redis && { VITRINA_REDIS_URL: redis.url }),
      ...own,
    });
    const start = async (name: string, entry: string, env: Readonly<Record<string, string | undefined>>) => {
      const running: RunningProcess = await startProcess({ name, entry, env }, (lost, code) =>
        tell(`${lost} ended by itself (exit ${code})`),
      );
      stops.push(() => running.stop());
      tell(`${name} is up`);
      return { pid: running.child.pid ?? 0, stop: () => running.stop() };
    };
    const pids = new Map<string, number>();
    for (const name of names)
      pids.set(
        name,
        (await start(name, `subgraphs/${name}/src/main.ts`, envOf(`service:${name}`, ports.get(name) ?? 0))).pid,
      );
    const gatewayKey = keys.privateKeys.get(gatewayIssuer);
    if (!gatewayKey) throw new Error('The gateway has no key.');
    return {
      subgraphs: origins,
      openGateway: async (places) => {
        const port = await freePort();
        const env = { ...envOf(gatewayIssuer, await freePort(), places), VITRINA_GATEWAY_PORT: String(port) };
        const { pid } = await start('gateway', 'gateway/src/main.ts', env);
        return { url: `http://127.0.0.1:${port}`, pid };
      },
      signer: await createTokenSigner(gatewayKey),
      limits: redis ? 'Redis' : 'Postgres',
      pids,
      postgres: parts.postgres,
      redisPid: () => redis?.pid,
      openWorker: async (name) =>
        start(`${name} worker`, `subgraphs/${name}/src/worker.ts`, envOf(`service:${name}`, await freePort())),
      restartRedis: async (awayMs) => {
        if (!redis) return;
        const { url } = redis;
        await redis.stop();
        await pause(awayMs);
        redis = await openRedis(Number(new URL(url).port));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
