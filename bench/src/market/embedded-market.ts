import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { admin } from '../../../local/src/seed/push/index.ts';
import { type Child, startChild } from './child.ts';
import { clientOf, signInAs } from './client.ts';
import { freePort } from './free-port.ts';

/** Where a running market answers; the market writes it into its data home. */
export interface Addresses {
  readonly gateway: string;
  readonly mail: string;
  readonly stripe: string;
  /** Server URL; its databases are `vitrina_<context>`. */
  readonly postgres: string;
}

/** The very market that `npm start` starts, in a process of its own. */
export interface EmbeddedMarket extends Child {
  readonly addresses: Addresses;
  readonly home: string;
}

/** No bench is about rate limits: one caller stands for thousands. */
export const unlimited = { VITRINA_RATE_POINTS_PER_MINUTE: '1000000000' } as const;

/**
 * Data home of a market with that many demo goods. Kept between runs, because seeding takes longer than most benches;
 * delete the folder to start from nothing.
 */
export const homeOf = async (goods: number, name = 'market'): Promise<string> => {
  const home = join(tmpdir(), 'vitrina-bench', `${name}-${goods}`);
  await mkdir(home, { recursive: true });
  await chmod(home, 0o755);
  return home;
};

export interface EmbeddedOptions {
  readonly home: string;
  readonly goods: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
  /** Where the gateway listens, when somebody has to know before it starts. */
  readonly gatewayPort?: number;
}

/** Starts the market over `home` on free ports, seeding it when it is new. */
export const startEmbedded = async ({
  home,
  goods,
  env,
  nodeFlags,
  gatewayPort,
}: EmbeddedOptions): Promise<EmbeddedMarket> => {
  const gateway = gatewayPort ?? (await freePort());
  const [stripe, smtp, web] = [await freePort(), await freePort(), await freePort()];
  const child = await startChild({
    file: 'local/src/embedded/main.ts',
    patienceMs: 1_800_000,
    ...(nodeFlags && { nodeFlags }),
    env: {
      VITRINA_LOG_LEVEL: 'error',
      ...unlimited,
      ...env,
      VITRINA_DATA_HOME: home,
      VITRINA_GATEWAY_PORT: String(gateway),
      VITRINA_STRIPE_DOUBLE_PORT: String(stripe),
      VITRINA_SMTP_PORT: String(smtp),
      VITRINA_MAIL_WEB_PORT: String(web),
      VITRINA_PHONE_PORT: String(await freePort()),
      VITRINA_SEED_PRODUCTS: String(goods),
    },
  });
  const addresses = JSON.parse(await readFile(join(home, 'market.json'), 'utf8')) as Addresses;
  return { ...child, addresses, home };
};

const indexed = 'query { searchIndex { documents pendingChanges building } }';

/** Waits until everything that was put in can be found. */
const untilIndexed = async (gateway: string, tell: (step: string) => void): Promise<void> => {
  const client = clientOf(gateway, { accessToken: await signInAs(gateway, admin.email) });
  for (let documents = -1; ; ) {
    const { searchIndex } = await client.ask<{
      searchIndex: { documents: number; pendingChanges: number; building: boolean };
    }>(indexed);
    const settled = searchIndex.pendingChanges === 0 && !searchIndex.building && searchIndex.documents === documents;
    if (settled && documents > 0) return;
    documents = searchIndex.documents;
    tell(`indexed ${documents}`);
    await pause(1_000);
  }
};

/** Makes sure the home is seeded and indexed, by starting the market over it once when it is not. */
export const ensureSeeded = async (home: string, goods: number, tell: (step: string) => void): Promise<void> => {
  const marker = join(home, 'indexed');
  if (await readFile(marker, 'utf8').catch(() => undefined)) return;
  tell(`seeding ${goods} goods (once; the folder is ${home})`);
  const market = await startEmbedded({ home, goods });
  try {
    await untilIndexed(market.addresses.gateway, tell);
    await writeFile(marker, String(goods));
  } finally {
    await market.stop();
  }
};
