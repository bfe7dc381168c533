import { manualClock } from '@vitrina/platform/clock';
import { connect } from '@vitrina/platform/database';
import { createPostgresBus, type RunningEvents, startEvents } from '@vitrina/platform/events';
import { silentLogger } from '@vitrina/platform/logging';
import { tellMessageReceived } from '../../src/events/messages.ts';
import { runDue } from '../../src/usecases/run-due.ts';
import type { Order, WorkerArguments } from './protocol.ts';
import { stormServices } from './services.ts';

/** A worker of its own: consumes events from the bus, does due steps, and is killed whenever somebody likes. */
const { url, busUrl, folder }: WorkerArguments = JSON.parse(process.argv[2] ?? '{}');
/** Short, because in a storm somebody is killed every few seconds and the others wait for what was held. */
const leaseMs = 1_500;
const clock = manualClock();
const database = connect(url);
const bus = createPostgresBus(busUrl, { log: silentLogger, pollMs: 20 });
const services = await stormServices(database, folder, clock);

/** Tells the crew; a crew that is gone hears nothing, and the failed write is not what ends us. */
const answer = (said: { readonly done: number } | { readonly ready: true }): void => {
  process.send?.(said, undefined, undefined, () => undefined);
};

/** Begins with the first order: what is consumed is written down at the storm's time. */
const consuming = (): Promise<RunningEvents> =>
  startEvents({
    context: 'notifications',
    database,
    bus,
    consumers: [tellMessageReceived],
    services,
    clock,
    log: silentLogger,
    settings: { leaseMs },
  });
let events: Promise<RunningEvents> | undefined;

const obey = async ({ now }: Order): Promise<void> => {
  clock.set(new Date(now));
  events ??= consuming();
  await events;
  await runDue(services, new AbortController().signal);
  answer({ done: now });
};

process.on('message', (order: Order) => {
  obey(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
answer({ ready: true });
