import postgres from 'postgres';
import { z } from 'zod';
import { type Clock, systemClock } from '../clock/index.ts';
import { connect, type Database } from '../database/index.ts';
import {
  createLocalWake,
  createPostgresBus,
  createPubSubWake,
  type EventBus,
  migrateBus,
  type Wake,
} from '../events/index.ts';
import { createJobs, type Jobs } from '../jobs/index.ts';
import { createLogger, type Logger } from '../logging/index.ts';
import { type OpenedObjects, objectsConfig, openObjects } from '../objects/index.ts';
import { createPubSub, type PubSub, type PubSubDriver } from '../pubsub/index.ts';
import { createRateLimiter, type RateLimiter } from '../rate-limit/index.ts';
import { createRecent, type RecentStore } from '../recent/index.ts';

/** Variables every process of the market reads. */
export const infrastructureConfig = z.object({
  VITRINA_POSTGRES_URL: z
    .url()
    .describe('postgres://user:password@host:port, without a database: each context uses its own'),
  VITRINA_DATABASE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/)
    .default('vitrina')
    .describe('lower-case prefix of the database names, default "vitrina"'),
  VITRINA_REDIS_URL: z.url().optional().describe('redis://host:port; without it the queue and pub/sub use Postgres'),
  ...objectsConfig.shape,
});
export type InfrastructureConfig = z.output<typeof infrastructureConfig>;

/** What the contexts of one process share. */
export interface Infrastructure {
  readonly config: InfrastructureConfig;
  readonly clock: Clock;
  readonly log: Logger;
  readonly bus: EventBus;
  readonly wake: Wake;
  readonly jobs: Jobs;
  readonly pubsub: PubSub;
  readonly rateLimiter: RateLimiter;
  readonly recent: RecentStore;
  readonly objects: OpenedObjects;
  /** Connection string of a context's database, which is created when it is missing. */
  databaseUrl(name: string): Promise<string>;
  close(): Promise<void>;
}

const urlOf = (config: InfrastructureConfig, name: string): string => {
  const url = new URL(config.VITRINA_POSTGRES_URL);
  url.pathname = `/${config.VITRINA_DATABASE_PREFIX}_${name}`;
  return url.toString();
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof postgres.PostgresError && error.code === code;

/** Creates the database unless it is there. Two processes may try at once; the slower one finds it done. */
const ensureDatabase = async (config: InfrastructureConfig, name: string): Promise<string> => {
  const wanted = urlOf(config, name);
  const admin = new URL(config.VITRINA_POSTGRES_URL);
  admin.pathname = '/postgres';
  const sql = postgres(admin.toString(), { max: 1, onnotice: () => {} });
  try {
    const database = `${config.VITRINA_DATABASE_PREFIX}_${name}`;
    const [known] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!known) {
      await sql.unsafe(`create database ${database}`).catch((error: unknown) => {
        if (!isCode(error, '42P04') && !isCode(error, '23505')) throw error;
      });
    }
    return wanted;
  } finally {
    await sql.end({ timeout: 5 });
  }
};

export interface InfrastructureOptions {
  readonly config: InfrastructureConfig;
  /** Names the process in logs and in `pg_stat_activity`. */
  readonly process: string;
  /** One process alone needs no pub/sub between processes. */
  readonly alone: boolean;
}

/** Opens what the contexts of this process share. */
export const openInfrastructure = async ({
  config,
  process,
  alone,
}: InfrastructureOptions): Promise<Infrastructure> => {
  const log = createLogger(process);
  const redis = config.VITRINA_REDIS_URL;
  const pubsub = createPubSub(await pubSubDriver(config, alone), log);
  const wake = alone ? createLocalWake() : createPubSubWake(pubsub, log);
  const bus = await openBus(await ensureDatabase(config, 'bus'), log);
  const jobs = createJobs({
    backend: redis ? { kind: 'redis', url: redis } : { kind: 'postgres', url: await ensureDatabase(config, 'jobs') },
    log,
  });
  const shared: Database | undefined =
    alone || redis
      ? undefined
      : connect(await ensureDatabase(config, 'limits'), { maxConnections: 2, applicationName: process });
  const rateLimiter = createRateLimiter(
    redis ? { kind: 'redis', url: redis } : shared ? { kind: 'postgres', database: shared } : { kind: 'memory' },
    log,
  );
  const recent = createRecent(redis ? { kind: 'redis', url: redis } : { kind: 'process' }, log);
  const objects = await openObjects(config, systemClock);
  return {
    config,
    clock: systemClock,
    log,
    bus,
    wake,
    jobs,
    pubsub,
    rateLimiter,
    recent,
    objects,
    databaseUrl: (name) => ensureDatabase(config, name),
    close: async () => {
      await jobs.close();
      await bus.stop();
      await pubsub.close();
      await rateLimiter.close();
      await recent.close();
      await shared?.close();
      await objects.close();
    },
  };
};

/** The bus's own database is brought up to date by whoever comes first. */
const openBus = async (url: string, log: Logger): Promise<EventBus> => {
  await migrateBus(url);
  return createPostgresBus(url, { log });
};

/** NOTIFY reaches one database, so installations that share a server are kept apart by listening in a database of their own. */
const pubSubDriver = async (config: InfrastructureConfig, alone: boolean): Promise<PubSubDriver> => {
  if (alone) return { kind: 'process' };
  if (config.VITRINA_REDIS_URL) return { kind: 'redis', url: config.VITRINA_REDIS_URL };
  return { kind: 'postgres', url: await ensureDatabase(config, 'bus') };
};
