import { setTimeout as pause } from 'node:timers/promises';
import type { Evidence } from './evidence.ts';
import { readEvidence } from './read-evidence.ts';
import type { Stage } from './stage.ts';
import { unfinishedOf } from './unfinished.ts';

/** The figure of the crash test: this long after recovery nothing is unfinished. */
export const quietWithinMs = 60_000;

/** A market at rest, or what it was like when its time was over. */
export interface Rest {
  readonly evidence: Evidence;
  readonly tookMs: number;
}

const isHeld = ({ reservations }: Evidence): boolean =>
  reservations.some(({ state }) => state === 'HELD' || state === 'BOUND');

/** Watches until nothing is under way and nothing held, at most a minute; a judge says what it means when something still is. */
export const untilQuiet = async ({ databases, stripe }: Stage, withinMs = quietWithinMs): Promise<Rest> => {
  const began = performance.now();
  for (;;) {
    const evidence = await readEvidence(databases, stripe);
    const tookMs = performance.now() - began;
    const busy = unfinishedOf(evidence).length > 0 || isHeld(evidence);
    if (!busy || tookMs > withinMs) return { evidence, tookMs };
    await pause(500);
  }
};
