import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@vitrina/platform/clock';
import { connect, migrate } from '@vitrina/platform/database';
import {
  consume,
  createEventPublisher,
  createLocalWake,
  createPostgresBus,
  drained,
  migrateBus,
  type RunningEvents,
  startEvents,
} from '@vitrina/platform/events';
import { silentLogger } from '@vitrina/platform/logging';
import { z } from 'zod';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { startOwnCluster } from '../market/own-cluster.ts';
import { latencyOf, show, showLatency, showSpread, spreadOf } from '../measure/numbers.ts';

const parcelMoved = { name: 'parcel.moved', version: 1, owner: 'depot', payload: z.object({ place: z.string() }) };
const aggregates = 500;

/** A publishing and a reacting context with a bus between them, on one durable Postgres. */
const openSetting = async () => {
  const cluster = await startOwnCluster();
  const [depotUrl, shopUrl, busUrl] = [
    await cluster.create('depot'),
    await cluster.create('shop'),
    await cluster.create('bus'),
  ];
  await migrate(depotUrl, undefined);
  await migrate(shopUrl, undefined);
  await migrateBus(busUrl);
  const [depot, shop] = [connect(depotUrl), connect(shopUrl)];
  const bus = createPostgresBus(busUrl, { log: silentLogger });
  const wake = createLocalWake();
  const rest = { services: {}, clock: systemClock, log: silentLogger, wake, bus };
  return {
    depot,
    bus,
    wake,
    startDepot: () => startEvents({ context: 'depot', database: depot, consumers: [], ...rest }),
    startShop: () => startEvents({ context: 'shop', database: shop, consumers: [react], ...rest }),
    close: async () => {
      await bus.stop();
      await depot.close();
      await shop.close();
      await cluster.stop();
    },
  };
};

/** One consumer for the whole bench: what is subscribed once stays subscribed. What it does changes. */
const reaction: { to: (aggregateId: string) => void } = { to: () => {} };
const react = consume(parcelMoved, 'react', async ({ aggregateId }) => reaction.to(aggregateId));

type Setting = Awaited<ReturnType<typeof openSetting>>;

const stopAll = (running: readonly RunningEvents[]) => Promise.all(running.map((one) => one.stop()));

/** One after the other: everything published, then relayed, then consumed; events per second of each. */
const pace = async (setting: Setting, count: number, round: number) => {
  let effects = 0;
  reaction.to = () => {
    effects += 1;
  };
  const publisher = createEventPublisher('depot', systemClock, setting.wake);
  const at = [performance.now()];
  await setting.depot.transaction((tx) =>
    publisher.publishAll(
      tx,
      parcelMoved,
      Array.from({ length: count }, (_, index) => ({
        aggregateId: `parcel-${round}-${index % aggregates}`,
        aggregateVersion: 1 + Math.floor(index / aggregates),
        payload: { place: `stop ${index}` },
      })),
    ),
  );
  at.push(performance.now());
  await setting.bus.register('shop', [{ consumer: 'shop.react', eventName: parcelMoved.name }]);
  const depot = await setting.startDepot();
  await depot.drained(60_000);
  at.push(performance.now());
  const shop = await setting.startShop();
  await drained([depot, shop], 120_000);
  at.push(performance.now());
  await stopAll([depot, shop]);
  if (effects !== count) throw new BenchFailed(`${count} events had ${effects} effects.`);
  const rate = (step: number) => (count * 1_000) / ((at[step + 1] ?? 0) - (at[step] ?? 0));
  return { publish: rate(0), relay: rate(1), effects: rate(2) };
};

/** From commit to effect when nothing else happens, with and without a hint to the relay. */
const idle = async (setting: Setting, count: number, hinted: boolean) => {
  const published = new Map<string, number>();
  const delays: number[] = [];
  reaction.to = (aggregateId) => {
    const at = published.get(aggregateId);
    if (at !== undefined) delays.push(performance.now() - at);
  };
  const running = [await setting.startDepot(), await setting.startShop()];
  const publisher = hinted
    ? createEventPublisher('depot', systemClock, setting.wake)
    : createEventPublisher('depot', systemClock);
  for (let index = 0; index < count; index += 1) {
    const aggregateId = `${hinted ? 'hinted' : 'polled'}-${index}`;
    published.set(aggregateId, performance.now());
    await setting.depot.transaction((tx) =>
      publisher.publish(tx, parcelMoved, { aggregateId, aggregateVersion: 1, payload: { place: 'gate' } }),
    );
    await pause(100 + Math.random() * 200);
  }
  await drained(running, 60_000);
  await stopAll(running);
  if (delays.length !== count) throw new BenchFailed(`${count} events had ${delays.length} effects.`);
  return latencyOf(delays);
};

const run = async ({ quick, tell, print }: RunOptions) => {
  const setting = await openSetting();
  try {
    const count = quick ? 2_000 : 10_000;
    const rounds: Awaited<ReturnType<typeof pace>>[] = [];
    for (let index = 0; index < 3; index += 1) {
      rounds.push(await pace(setting, count, index));
      tell(`round ${index + 1}: effects ${show(rounds.at(-1)?.effects ?? 0)}/s`);
    }
    const of = (step: 'publish' | 'relay' | 'effects') => showSpread(spreadOf(rounds.map((round) => round[step])));
    print(`  ${count} events of ${aggregates} aggregates, each step alone, events/s, durable`);
    print(`  publish into the outbox (floor)  ${of('publish')}`);
    print(`  relay from outbox to bus         ${of('relay')}`);
    print(`  effect and inbox row             ${of('effects')}`);
    const lone = quick ? 10 : 40;
    print(`  commit → effect, idle, hinted    ${showLatency(await idle(setting, lone, true))}`);
    print(`  commit → effect, idle, polled    ${showLatency(await idle(setting, lone, false))}`);
    return [];
  } finally {
    await setting.close();
  }
};

/** The event bus by itself. */
export const bus: Bench = {
  name: 'bus',
  proves: 'pace of the event bus: publish, relay, effect; and from commit to effect in an idle market',
  run,
};
