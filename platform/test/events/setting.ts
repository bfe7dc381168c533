import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { manualClock } from '../../src/clock/index.ts';
import type { Database } from '../../src/database/index.ts';
import {
  type ConsumerSettings,
  consume,
  createEventPublisher,
  createLocalWake,
  createPostgresBus,
  type EventBus,
  type EventConsumer,
  migrateBus,
  type RunningEvents,
  startEvents,
  type Wake,
} from '../../src/events/index.ts';
import { silentLogger } from '../../src/logging/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';

/** The fact these tests tell each other: a parcel moved on. */
export const parcelMoved = {
  name: 'parcel.moved',
  version: 1,
  owner: 'depot',
  payload: z.object({ place: z.string() }),
};

/** A consumer that writes down what it saw, in the order it saw it. */
export const scribe = (name = 'write-down', before?: (place: string) => Promise<void> | void): EventConsumer<unknown> =>
  consume(parcelMoved, name, async (event, { tx }) => {
    await before?.(event.payload.place);
    await tx.execute(
      sql`insert into seen (consumer, event_id, parcel, version, place) values (${name}, ${event.eventId}, ${event.aggregateId}, ${event.aggregateVersion}, ${event.payload.place})`,
    );
  });

export interface Seen {
  readonly [column: string]: unknown;
  readonly consumer: string;
  readonly parcel: string;
  readonly version: number;
  readonly place: string;
}

/** One publishing context (depot), one reacting context (shop), and the bus between them, all real. */
export interface Setting {
  readonly depot: TestDatabase;
  readonly shop: TestDatabase;
  readonly busDatabase: TestDatabase;
  readonly bus: EventBus;
  readonly wake: Wake;
  /** A bus adapter with connections of its own, as another process would have. */
  anotherBus(): EventBus;
  publish(parcel: string, version: number, place?: string): Promise<void>;
  startDepot(database?: Database, bus?: EventBus): Promise<RunningEvents>;
  startShop(
    consumers: readonly EventConsumer<unknown>[],
    settings?: Partial<ConsumerSettings>,
    bus?: EventBus,
  ): Promise<RunningEvents>;
  seen(): Promise<readonly Seen[]>;
  /** Empties all tables between tests. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Fast failures, so a test about parking does not wait minutes. */
export const impatient: Partial<ConsumerSettings> = { maxAttempts: 3, backoffMs: 20, maxBackoffMs: 50 };

export const createSetting = async (): Promise<Setting> => {
  const [depot, shop, busDatabase] = await Promise.all([testDatabase(), testDatabase(), testDatabase({ empty: true })]);
  await migrateBus(busDatabase.url);
  await shop.database.orm.execute(
    sql`create table seen (id bigint generated always as identity, consumer text, event_id text, parcel text, version int, place text)`,
  );
  const buses: EventBus[] = [];
  const anotherBus = (): EventBus => {
    const bus = createPostgresBus(busDatabase.url, { log: silentLogger });
    buses.push(bus);
    return bus;
  };
  const [bus, wake, clock] = [anotherBus(), createLocalWake(), manualClock()];
  const publisher = createEventPublisher('depot', clock, wake);
  const rest = { services: {}, clock, log: silentLogger, wake };
  return {
    depot,
    shop,
    busDatabase,
    bus,
    wake,
    anotherBus,
    publish: (aggregateId, aggregateVersion, place = 'gate') =>
      depot.database.transaction((tx) =>
        publisher.publish(tx, parcelMoved, { aggregateId, aggregateVersion, payload: { place } }),
      ),
    startDepot: (database = depot.database, over = bus) =>
      startEvents({ context: 'depot', database, bus: over, consumers: [], ...rest }),
    startShop: (consumers, settings = {}, over = bus) =>
      startEvents({ context: 'shop', database: shop.database, bus: over, consumers, settings, ...rest }),
    seen: () => shop.database.orm.execute<Seen>(sql`select consumer, parcel, version, place from seen order by id`),
    clear: async () => {
      await depot.database.orm.execute(sql`truncate kit.outbox`);
      await shop.database.orm.execute(sql`truncate kit.inbox, seen`);
      await busDatabase.database.orm.execute(sql`truncate event, delivery, subscription, intervention`);
    },
    close: async () => {
      await Promise.all(buses.map((open) => open.stop()));
      await Promise.all([depot, shop, busDatabase].map((database) => database.drop()));
    },
  };
};
