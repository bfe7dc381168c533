import { createAlarm } from '../alarm.ts';
import type { Delivery } from '../bus/contract.ts';
import type { EventConsumer } from '../contract.ts';
import type { Wake } from '../wake.ts';
import { type AttemptOptions, attempt } from './attempt.ts';
import { createCloser } from './closer.ts';
import { createHoldings } from './holdings.ts';

export interface ConsumerOptions<S> extends AttemptOptions<S> {
  /** By full name. */
  readonly consumers: ReadonlyMap<string, EventConsumer<S>>;
  readonly wake: Wake;
}

export interface RunningConsumers {
  /** Finishes what is running, gives back what is only held. */
  stop(): Promise<void>;
  /** True while anything is held or being claimed. */
  busy(): boolean;
  /** Deliveries claimed so far. */
  moves(): number;
}

/** Without a hint or a ring from the bus's watch, look anyway. */
const safetyMs = 2_000;
const troubledMs = 2_000;

/** Works one aggregate's deliveries off, strictly in order; the first failure ends the run and gives the rest back. */
const createLaneWorker = <S>(options: ConsumerOptions<S>, isRunning: () => boolean) => {
  const { bus, log } = options;
  const holdings = createHoldings(bus, options.settings.leaseMs, log);
  const alarm = createAlarm();
  const closer = createCloser(bus, log, (closed) => {
    holdings.drop(closed);
    if (holdings.size() < options.settings.batch / 2) alarm.ring();
  });

  const workOff = async (lane: readonly Delivery[]): Promise<void> => {
    for (const [index, delivery] of lane.entries()) {
      const consumer = options.consumers.get(delivery.consumer);
      if (!isRunning() || !consumer || !holdings.stillHeld(delivery)) {
        await bus.release(lane.slice(index));
        return holdings.drop(lane.slice(index));
      }
      if ((await attempt(consumer, delivery, options)) !== 'done') {
        // Only now: while the failed delivery was held, nobody could claim those behind it.
        await bus.release(lane.slice(index + 1));
        return holdings.drop(lane.slice(index));
      }
      closer.add(delivery);
    }
  };
  const run = async (lane: readonly Delivery[]): Promise<void> => {
    try {
      await workOff(lane);
    } catch (error) {
      log.warn(
        { err: error, context: options.context },
        'The bus is away; held deliveries come again when their leases end.',
      );
      holdings.drop(lane);
    }
  };
  return { run, holdings, closer, alarm };
};

/** Groups claimed deliveries by what must stay in order. */
const lanesOf = (deliveries: readonly Delivery[]): readonly Delivery[][] => {
  const lanes = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const key = `${delivery.consumer} ${delivery.event.aggregateId}`;
    const lane = lanes.get(key);
    if (lane) lane.push(delivery);
    else lanes.set(key, [delivery]);
  }
  return [...lanes.values()];
};

/** Runs all consumers of one context behind one claimer. */
export const runConsumers = <S>(options: ConsumerOptions<S>): RunningConsumers => {
  const { context, bus, settings, log } = options;
  let running = true;
  let claiming = false;
  let moves = 0;
  const waiting: Delivery[][] = [];
  const active = new Set<Promise<void>>();
  const { run, holdings, closer, alarm } = createLaneWorker(options, () => running);
  const names = [...options.consumers.keys()];

  const startLanes = (): void => {
    while (active.size < settings.concurrency && waiting.length > 0) {
      const work = run(waiting.shift() ?? []).finally(() => {
        active.delete(work);
        startLanes();
      });
      active.add(work);
    }
  };
  /** Takes as much as there is room for; true when there may be more. */
  const claim = async (): Promise<boolean> => {
    const limit = settings.batch - holdings.size();
    if (limit < settings.batch / 2) return false;
    claiming = true;
    try {
      const claimed = await bus.claim({ context, consumers: names, limit, leaseMs: settings.leaseMs });
      if (claimed.length > 0) moves += 1;
      holdings.add(claimed);
      waiting.push(...lanesOf(claimed));
      startLanes();
      return claimed.length === limit;
    } finally {
      claiming = false;
    }
  };
  const claimOnAndOn = async (): Promise<void> => {
    while (running) {
      try {
        if (await claim()) continue;
        if (running) await alarm.wait(safetyMs);
      } catch (error) {
        log.warn({ err: error, context }, 'Deliveries could not be claimed; trying again.');
        if (running) await alarm.wait(troubledMs);
      }
    }
  };
  const deafen = options.wake.listen('deliveries', context, alarm.ring);
  const unwatch = bus.watch(context, alarm.ring);
  const done = claimOnAndOn();

  return {
    stop: async () => {
      running = false;
      deafen();
      unwatch();
      alarm.ring();
      await done;
      while (active.size > 0) await Promise.all(active);
      await closer.idle();
      holdings.stop();
    },
    busy: () => claiming || holdings.size() > 0,
    moves: () => moves,
  };
};
