import { type RunningProcess, startProcess } from '../distributed/processes.ts';
import { planFleet } from './fleet.ts';
import { coverPoints, type Kill, killRepeatedly } from './kills.ts';
import { type Life, wholeMarket } from './lives.ts';
import type { Stage } from './stage.ts';

const isUndoneByWorker = (point: string): boolean =>
  /^orders\.checkout\.(authorise|confirm|capture)\.undo-/.test(point);

/**
 * Which process reaches which points: a purchase goes forward in the subgraph that was asked to check out, is undone
 * after the bank's answer in the worker, and events are relayed and consumed in workers.
 */
const lanes: readonly { readonly process: string; readonly takes: (point: string) => boolean }[] = [
  { process: 'orders', takes: (point) => point.startsWith('orders.') && !isUndoneByWorker(point) },
  { process: 'orders-worker', takes: isUndoneByWorker },
  { process: 'payments', takes: (point) => point.startsWith('payments.') },
  { process: 'payments-worker', takes: (point) => point.startsWith('events.') },
  { process: 'catalog', takes: (point) => point.startsWith('catalog.') },
];

/** What became of a coverage run; the processes go on until they are stopped. */
export interface Covered {
  readonly kills: readonly Kill[];
  readonly uncovered: readonly string[];
  stop(): Promise<void>;
}

export interface CoverOptions {
  readonly points: readonly string[];
  readonly times: number;
  readonly firstPatienceMs: number;
  readonly withinMs: number;
  readonly onLife?: (crashPoint: string, diedThere: boolean) => void;
}

/**
 * Kills the processes of the distributed market at every named crash point. One process starts in a third of the time
 * of a whole market and several die side by side, so this is the quickest way through all points.
 */
export const coverWithFleet = async (stage: Stage, options: CoverOptions): Promise<Covered> => {
  const { plans, gateway } = await planFleet(stage, {});
  const started: RunningProcess[] = [];
  const start = async (plan: (typeof plans)[number]): Promise<void> => {
    started.push(await startProcess(plan, (name) => process.stderr.write(`${name} ended by itself.\n`)));
  };
  const killed = new Set(lanes.map((lane) => lane.process));
  const others = plans.filter(({ name }) => !killed.has(name));
  // The lanes come up beside the rest; a call to a process that is not there yet is tried again, as after a kill.
  const rest = (async () => {
    for (let index = 0; index < others.length; index += 2) await Promise.all(others.slice(index, index + 2).map(start));
    await start(gateway);
  })();
  const covered = lanes.map(async (lane) => {
    const plan = plans.find(({ name }) => name === lane.process);
    if (!plan) throw new Error(`The distributed market has no process "${lane.process}".`);
    await rest;
    const points = options.points.filter(lane.takes);
    const cover = coverPoints({ ...options, points });
    const body = { entry: 'local/src/crash/next-process.ts', args: [plan.entry], env: plan.env };
    const { kills, survivor } = await killRepeatedly(body, cover);
    return { kills, survivor, uncovered: cover.uncovered() };
  });
  const ends = await Promise.all(covered);
  const survivors: Life[] = ends.map(({ survivor }) => survivor);
  return {
    kills: ends.flatMap(({ kills }) => kills),
    uncovered: ends.flatMap(({ uncovered }) => uncovered),
    stop: async () => {
      for (const one of started.reverse()) await one.stop();
      for (const one of survivors) await one.stop();
    },
  };
};

/** Kills the whole embedded market at every named crash point: slower, and every context dies at once. */
export const coverWithWholeMarket = async (stage: Stage, options: CoverOptions): Promise<Covered> => {
  const cover = coverPoints(options);
  const { kills, survivor } = await killRepeatedly(wholeMarket(stage.env), cover);
  return { kills, uncovered: cover.uncovered(), stop: () => survivor.stop() };
};
