import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Latency, latencyOf } from '../measure/numbers.ts';

export interface OpenLoop {
  /** Arrivals per second, whether or not earlier ones are answered. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly work: (index: number) => Promise<unknown>;
}

/**
 * Work arrives on schedule; latency counts from the moment it was due, so a stall shows in everything that waited behind
 * it (no coordinated omission). The first failure is thrown after all have ended.
 */
export const openLoop = async ({ perSecond, seconds, work }: OpenLoop): Promise<Latency> => {
  const total = Math.round(perSecond * seconds);
  const started = performance.now();
  const latencies: number[] = [];
  const failures: unknown[] = [];
  const running: Promise<void>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = started + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    running.push(
      work(index).then(
        () => void latencies.push(performance.now() - due),
        // Kept until the rest has ended: nothing may still be running when the caller hears of it.
        (error: unknown) => void failures.push(error),
      ),
    );
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return latencyOf(latencies);
};
