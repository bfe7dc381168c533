import { createAlarm } from '../alarm.ts';
import type { Delivery } from '../bus/contract.ts';
import type { EventConsumer } from '../contract.ts';
import type { Wake } from '../wake.ts';
import { type AttemptOptions, attempt } from './attempt.ts';
import { type Bundled, createRoom, deliverTogether } from './bundle.ts';
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
/** Hints of this many milliseconds are one claim: each costs the bus a turn. */
const claimGatherMs = 20;

/** Deliveries of one consumer about one aggregate, oldest first. */
type Lane = readonly Delivery[];

/** Works one aggregate's deliveries off, strictly in order; the first failure ends the run and gives the rest back. */
const createLaneWorker = <S>(options: ConsumerOptions<S>, isRunning: () => boolean) => {
  const { bus, log } = options;
  const holdings = createHoldings(bus, options.settings.leaseMs, log);
  const alarm = createAlarm(claimGatherMs);
  const room = createRoom();
  let missed = false;
  const closer = createCloser(bus, log, (closed) => {
    holdings.drop(closed);
    if (!missed || holdings.size() >= options.settings.batch / 2) return;
    missed = false;
    alarm.ring();
  });
  /** Remembers that there is work which could not be claimed while other work was held. */
  const miss = (): void => {
    missed = true;
  };

  const workOff = async (lane: Lane): Promise<void> => {
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
  const run = async (lane: Lane): Promise<void> => {
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
  /** Several lanes in one transaction; gives back what did not fit, and null when each lane has to be tried by itself. */
  const runTogether = async (lanes: readonly Lane[]): Promise<readonly Lane[] | null> => {
    const bundle = lanes.flat().flatMap((delivery): Bundled<S>[] => {
      const consumer = options.consumers.get(delivery.consumer);
      return consumer && holdings.stillHeld(delivery) ? [{ consumer, delivery }] : [];
    });
    if (bundle.length < lanes.flat().length) return null;
    try {
      const taken = bundle.slice(0, room.size());
      const done = new Set(await deliverTogether(taken, options, isRunning));
      room.fitted(done.size, taken.length);
      for (const delivery of done) closer.add(delivery);
      return lanes.map((lane) => lane.filter((delivery) => !done.has(delivery))).filter((lane) => lane.length > 0);
    } catch (error) {
      log.info(
        { err: error, context: options.context, deliveries: bundle.length },
        'One of several deliveries failed, and none took effect; each is tried by itself.',
      );
      return null;
    }
  };
  return { run, runTogether, isRunning, holdings, closer, alarm, miss };
};

/** Groups claimed deliveries by what must stay in order. */
const lanesOf = (deliveries: readonly Delivery[]): readonly Lane[] => {
  const lanes = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const key = `${delivery.consumer} ${delivery.event.aggregateId}`;
    const lane = lanes.get(key);
    if (lane) lane.push(delivery);
    else lanes.set(key, [delivery]);
  }
  return [...lanes.values()];
};

/** What failed before is tried by itself, so that it takes nothing else down with it. */
const failedBefore = ([first]: Lane): boolean => (first?.attempts ?? 0) > 0;

/**
 * Works claimed lanes off. Those that never failed go together, one transaction at a time and oldest first: two such
 * transactions could wait for each other's rows. What failed goes by itself beside them.
 */
const createFloor = <S>(worker: ReturnType<typeof createLaneWorker<S>>, concurrency: number) => {
  let together: Lane[] = [];
  const single: Lane[] = [];
  const active = new Set<Promise<void>>();
  let isBundling = false;

  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => {
      active.delete(tracked);
      start();
    });
    active.add(tracked);
  };
  const bundle = async (): Promise<void> => {
    isBundling = true;
    const lanes = together;
    together = [];
    const [first, ...others] = lanes;
    if (others.length === 0 && first?.length === 1) await worker.run(first);
    else {
      const rest = worker.isRunning() ? await worker.runTogether(lanes) : null;
      // What was claimed meanwhile is younger.
      if (rest) together.unshift(...rest);
      else single.push(...lanes);
    }
    isBundling = false;
  };
  const start = (): void => {
    while (active.size < concurrency && single.length > 0) track(worker.run(single.shift() ?? []));
    if (active.size < concurrency && together.length > 0 && !isBundling) track(bundle());
  };
  return {
    add: (lanes: readonly Lane[]): void => {
      for (const lane of lanes) (failedBefore(lane) ? single : together).push(lane);
      start();
    },
    idle: async (): Promise<void> => {
      while (active.size > 0) await Promise.all(active);
    },
  };
};

/** Runs all consumers of one context behind one claimer. */
export const runConsumers = <S>(options: ConsumerOptions<S>): RunningConsumers => {
  const { context, bus, settings, log } = options;
  let running = true;
  let claiming = false;
  let moves = 0;
  const worker = createLaneWorker(options, () => running);
  const { holdings, closer, alarm, miss } = worker;
  const floor = createFloor(worker, settings.concurrency);
  const names = [...options.consumers.keys()];

  /** Takes as much as there is room for; true when there may be more. */
  const claim = async (): Promise<boolean> => {
    const limit = settings.batch - holdings.size();
    // An aggregate that is held is passed over: what it gets now has to be looked for again afterwards.
    if (holdings.size() > 0) miss();
    if (limit < settings.batch / 2) return false;
    claiming = true;
    try {
      const claimed = await bus.claim({ context, consumers: names, limit, leaseMs: settings.leaseMs });
      if (claimed.length > 0) moves += 1;
      holdings.add(claimed);
      floor.add(lanesOf(claimed));
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
      await floor.idle();
      await closer.idle();
      holdings.stop();
    },
    busy: () => claiming || holdings.size() > 0,
    moves: () => moves,
  };
};
