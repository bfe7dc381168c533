import { systemClock } from '@vitrina/platform/clock';
import { connect, type Database } from '@vitrina/platform/database';
import { createEventPublisher } from '@vitrina/platform/events';
import { newId } from '@vitrina/platform/ids';
import { orderShipped, productUpdated } from '@vitrina/schema/events';
import type { Bench, RunOptions } from '../bench.ts';
import { openLoop } from '../load/open-loop.ts';
import { ensureSeeded, homeOf, startEmbedded } from '../market/embedded-market.ts';
import { type Latency, latencyOf, showLatency } from '../measure/numbers.ts';
import { type Watch, watchFor } from './watch.ts';

const goods = 600;
const perSecond = 200;
const withinMs = 2_000;
const people = 50;
const patienceMs = 60_000;

const openDatabase = (server: string, context: string): Database => {
  const url = new URL(server);
  url.pathname = `/vitrina_${context}`;
  return connect(url.toString());
};

/** Both kinds of change, as the contexts publish them: state, then an outbox row. The relay gets no hint and has to look. */
const openChanges = async (server: string) => {
  const [catalog, orders, search, notifications] = ['catalog', 'orders', 'search', 'notifications'].map((name) =>
    openDatabase(server, name),
  ) as [Database, Database, Database, Database];
  const publishers = {
    catalog: createEventPublisher('catalog', systemClock),
    orders: createEventPublisher('orders', systemClock),
  };
  const products = await catalog.sql<{ id: string; shopId: string }[]>`
    select id, shop_id as "shopId" from product where status = 'ACTIVE' order by id`;
  const searchable = watchFor('change that can be found', async (outstanding) => {
    const rows = await search.sql<{ key: string }[]>`
      select wanted as key from unnest(${[...outstanding]}::text[]) as wanted
      join document on document.product_id = split_part(wanted, '@', 1) and document.version >= split_part(wanted, '@', 2)::int`;
    return rows.map(({ key }) => key);
  });
  const notified = watchFor('notification', async (outstanding) => {
    const rows = await notifications.sql<{ key: string }[]>`
      select subject_id as key from notification where subject_id = any(${[...outstanding]}::text[])`;
    return rows.map(({ key }) => key);
  });
  const changeProduct = async (index: number): Promise<void> => {
    const { id, shopId } = products[index % products.length] ?? { id: '', shopId: '' };
    const [row] = await catalog.sql<{ version: number }[]>`
      update product set version = version + 1, updated_at = now() where id = ${id} returning version`;
    const version = row?.version ?? 0;
    await catalog.transaction((tx) =>
      publishers.catalog.publish(tx, productUpdated, {
        aggregateId: id,
        aggregateVersion: version,
        payload: { productId: id, shopId },
      }),
    );
    searchable.expect(`${id}@${version}`);
  };
  const shipOrder = async (index: number): Promise<void> => {
    const orderId = newId('ord');
    const payload = {
      orderId,
      groupId: newId('grp'),
      shopId: newId('shp'),
      buyerId: `usr_bench_${index % people}`,
      number: `V-${index}`,
      carrier: 'Post',
      trackingNumber: `RA${index}`,
    };
    await orders.transaction((tx) =>
      publishers.orders.publish(tx, orderShipped, { aggregateId: orderId, aggregateVersion: 1, payload }),
    );
    notified.expect(orderId);
  };
  return {
    searchable,
    notified,
    publish: (index: number) => (index % 2 === 0 ? changeProduct(index / 2) : shipOrder((index - 1) / 2)),
    close: async () => {
      await searchable.stop();
      await notified.stop();
      for (const database of [catalog, orders, search, notifications]) await database.close();
    },
  };
};

/** Takes what was measured since the last time. */
const takeOf = (watch: Watch) => {
  let taken = 0;
  return (): Latency => {
    const since = watch.delays.slice(taken);
    taken = watch.delays.length;
    return latencyOf(since);
  };
};

const run = async ({ quick, tell, print }: RunOptions) => {
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, tell);
  const market = await startEmbedded({ home, goods });
  const changes = await openChanges(market.addresses.postgres);
  const take = { searchable: takeOf(changes.searchable), notified: takeOf(changes.notified) };
  const settled = async () => {
    await changes.searchable.settled(patienceMs);
    await changes.notified.settled(patienceMs);
  };
  try {
    await openLoop({ perSecond: 20, seconds: 3, work: changes.publish });
    await settled();
    take.searchable();
    take.notified();
    await openLoop({ perSecond: 2, seconds: quick ? 5 : 20, work: changes.publish });
    await settled();
    const lone = { searchable: take.searchable(), notified: take.notified() };
    tell('the idle market is measured');
    const seconds = quick ? 5 : 30;
    const published = await openLoop({ perSecond, seconds, work: changes.publish });
    await settled();
    const loaded = { searchable: take.searchable(), notified: take.notified() };
    print(
      `  ${perSecond} events/s for ${seconds} s, half product.updated, half order.shipped; embedded market, seen by looking every 25 ms; publishing itself ${showLatency(published)}`,
    );
    print(`  event → searchable                 ${showLatency(loaded.searchable)}, ${loaded.searchable.count} seen`);
    print(`  event → searchable, idle (floor)   ${showLatency(lone.searchable)}`);
    print(`  event → notification               ${showLatency(loaded.notified)}, ${loaded.notified.count} seen`);
    print(`  event → notification, idle (floor) ${showLatency(lone.notified)}`);
    return [
      {
        what: `searchable p99 ${loaded.searchable.p99.toFixed(0)} ms of at most ${withinMs} ms`,
        reached: loaded.searchable.p99 < withinMs,
      },
      {
        what: `notification p99 ${loaded.notified.p99.toFixed(0)} ms of at most ${withinMs} ms`,
        reached: loaded.notified.p99 < withinMs,
      },
    ];
  } finally {
    await changes.close();
    await market.stop();
  }
};

/** How far behind the market's other half is. */
export const events: Bench = {
  name: 'events',
  proves: 'how long an event takes to be searchable and to be a notification at 200 events/s, beside the idle market',
  run,
};
