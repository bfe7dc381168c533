import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@vitrina/platform/embedded-postgres';
import { connectStripeDoubleControl, type StripeDoubleControl } from '../stripe-double/index.ts';
import { type Child, forkEntry } from './child.ts';
import type { OpeningStock } from './evidence.ts';
import { type Databases, openDatabases, readOpeningStock } from './read-evidence.ts';

/** What a crash test stands on: everything that outlives a kill. */
export interface Stage {
  readonly url: string;
  readonly databases: Databases;
  readonly stripe: StripeDoubleControl;
  readonly opening: OpeningStock;
  /** Variants on sale in roubles, by shop: enough of each for the whole test. */
  readonly goods: readonly (readonly string[])[];
  /** Environment of every life of the market. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** How many goods to seed. */
  readonly products: number;
  /** Whether Postgres waits for the disk. A killed market does not need it to; a bench is not honest without. */
  readonly durable: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A data home to work over and to keep; without it a new one is made, seeded and removed. */
  readonly home?: string | undefined;
  readonly tell: (step: string) => void;
}

/** Seeding is minutes of work on a machine with other things to do. */
const startMs = 600_000;

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      );
    });
  });

/** Starts the market once, in its own words of `npm start`, to migrate and seed; ends it in order. */
const seed = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const market = forkEntry('local/src/embedded/main.ts', [], env);
  await market.message(startMs).catch(async (error: unknown) => {
    await market.kill('SIGKILL');
    throw error;
  });
  const { code } = await market.kill('SIGTERM');
  if (code !== 0) throw new Error(`The market did not stop in order (exit ${code}).`);
};

/** Fills the shelves: what this test is about is not running out. */
const restock = (databases: Databases) =>
  databases.of('catalog')`update stock set on_hand = 5000 + reserved, version = version + 1 where on_hand < 5000`;

const readGoods = async (databases: Databases): Promise<string[][]> => {
  const rows = await databases.of('catalog')<{ shopId: string; variantIds: string[] }[]>`
    select v.shop_id as "shopId", array_agg(v.id order by s.on_hand desc, v.id) as "variantIds" from variant v
    join product p on p.id = v.product_id and p.status = 'ACTIVE' and p.currency = 'RUB'
    join (select variant_id, sum(on_hand) as on_hand from stock group by variant_id) s on s.variant_id = v.id
    where v.removed_at is null group by v.shop_id order by v.shop_id`;
  if (rows.length < 2) throw new Error('The demo has to sell in roubles in two shops at least.');
  return rows.map(({ variantIds }) => variantIds.slice(0, 40));
};

const startStripe = async (gatewayUrl: string, secret: string): Promise<{ child: Child; url: string }> => {
  const child = forkEntry('local/src/crash/stripe-process.ts', [`${gatewayUrl}/webhooks/stripe`, secret]);
  const { ready } = await child.message<{ ready: string }>(startMs);
  return { child, url: ready };
};

/** Starts database, provider and a mail server that is not there; migrates and seeds the market over them. */
export const setUpStage = async (options: StageOptions): Promise<Stage> => {
  const { products, durable, tell } = options;
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'vitrina-crash-')));
  await chmod(home, 0o755);
  const closers: (() => Promise<unknown>)[] = options.home ? [] : [() => rm(home, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of closers.splice(0).reverse()) await step();
  };
  try {
    const cluster = await startCluster({ dataDir: join(home, 'postgres'), port: 0, durable });
    closers.push(() => cluster.stop());
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const secret = 'whsec_crash_test_of_the_local_market';
    const stripe = await startStripe(url, secret);
    closers.push(() => stripe.child.kill('SIGTERM'));
    tell('Postgres and Stripe double are up');
    const env = {
      VITRINA_DATA_HOME: home,
      VITRINA_POSTGRES_URL: cluster.url('postgres'),
      VITRINA_GATEWAY_PORT: String(port),
      VITRINA_STRIPE_KEY: 'sk_test_local',
      VITRINA_STRIPE_WEBHOOK_SECRET: secret,
      VITRINA_STRIPE_API_URL: stripe.url,
      VITRINA_STRIPE_TIMEOUT_MS: '2000',
      // Nobody reads the mails of this test; what cannot be sent is tried again later and holds nothing up.
      VITRINA_SMTP_URL: 'smtp://127.0.0.1:9',
      VITRINA_SEED_PRODUCTS: String(products),
      VITRINA_LOG_LEVEL: process.env['VITRINA_LOG_LEVEL'] ?? 'silent',
      NODE_NO_WARNINGS: '1',
      ...options.env,
    };
    await seed(env);
    tell(`seeded ${products} goods`);
    const databases = openDatabases(cluster.url('postgres'));
    closers.push(() => databases.close());
    await restock(databases);
    return {
      url,
      env,
      databases,
      stripe: connectStripeDoubleControl(stripe.url),
      opening: await readOpeningStock(databases),
      goods: await readGoods(databases),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
