import { performance } from 'node:perf_hooks';
import { latencyOf } from '../measure/numbers.ts';

export interface ClosedLoop {
  /** Callers who each wait for their answer before they ask again. */
  readonly callers: number;
  readonly seconds: number;
  /** One unit of work; it throws when the outcome is not what it has to be. */
  readonly work: (caller: number) => Promise<unknown>;
}

/** What a closed loop did. */
export interface LoopFigures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly count: number;
}

/** Runs callers for a while; work under way at the end is finished and counted. The first failure ends the loop with it. */
export const closedLoop = async ({ callers, seconds, work }: ClosedLoop): Promise<LoopFigures> => {
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + seconds * 1_000;
  const call = async (caller: number): Promise<void> => {
    while (performance.now() < deadline) {
      const asked = performance.now();
      await work(caller);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
  const elapsed = performance.now() - started;
  const { p50, p99, count } = latencyOf(latencies);
  return { perSecond: (count * 1_000) / elapsed, p50Ms: p50, p99Ms: p99, count };
};
