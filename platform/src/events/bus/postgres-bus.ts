import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { connect } from '../../database/index.ts';
import type { Logger } from '../../logging/index.ts';
import { appendEvents, registerSubscriptions } from './append.ts';
import {
  claimDeliveries,
  closeDeliveries,
  extendLeases,
  parkDelivery,
  releaseDeliveries,
  retryDelivery,
} from './claim.ts';
import { createCloseTogether } from './close-together.ts';
import type { EventBus } from './contract.ts';
import {
  consumerLag,
  countPending,
  listParked,
  pruneEvents,
  replayParked,
  retireConsumer,
  skipParked,
} from './operate.ts';
import { createWatch } from './watch.ts';

const busMigrations = new URL('../../../bus-migrations/', import.meta.url);

/** Brings the bus database up to date; processes that start at once wait for each other. */
export const migrateBus = async (url: string): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(hashtext('vitrina.migrate'))`;
    await runMigrations(drizzle(client), {
      migrationsFolder: fileURLToPath(busMigrations),
      migrationsSchema: 'public',
      migrationsTable: 'bus_migration',
    });
  } finally {
    await client.end({ timeout: 5 });
  }
};

export interface PostgresBusOptions {
  readonly log: Logger;
  /** Per process, shared by all its contexts. Default 2. */
  readonly maxConnections?: number;
  /** How often the bus is asked who has work, in milliseconds. Default 150. */
  readonly pollMs?: number;
}

/** The bus over a Postgres database of its own, already migrated. One per process. Leases run on that database's clock. */
export const createPostgresBus = (url: string, options: PostgresBusOptions): EventBus => {
  const database = connect(url, { maxConnections: options.maxConnections ?? 2, applicationName: 'vitrina-bus' });
  const client = database.sql;
  const watch = createWatch(client, options.pollMs ?? 150, options.log);
  return {
    append: async (events) => (events.length === 0 ? [] : appendEvents(client, events)),
    register: (context, subscriptions) => registerSubscriptions(client, context, subscriptions),
    claim: (request) => claimDeliveries(client, request),
    extend: async (deliveries, leaseMs) =>
      deliveries.length === 0 ? undefined : extendLeases(client, deliveries, leaseMs),
    close: createCloseTogether((deliveries) => closeDeliveries(client, deliveries)),
    release: async (deliveries) => (deliveries.length === 0 ? undefined : releaseDeliveries(client, deliveries)),
    retry: (delivery, after) => retryDelivery(client, delivery, after),
    park: (delivery, error) => parkDelivery(client, delivery, error),
    replay: (consumer, eventId, by) => replayParked(client, consumer, eventId, by),
    skip: (consumer, eventId, by) => skipParked(client, consumer, eventId, by),
    retire: (consumer, by) => retireConsumer(client, consumer, by),
    parked: (filter) => listParked(client, filter?.consumer, filter?.limit ?? 100),
    lag: () => consumerLag(client),
    pending: (context) => countPending(client, context),
    watch: watch.watch,
    prune: (days) => pruneEvents(client, days),
    stop: async () => {
      await watch.stop();
      await database.close();
    },
  };
};
