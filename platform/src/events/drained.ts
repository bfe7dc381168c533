import { setTimeout as sleep } from 'node:timers/promises';
import { isDatabaseAway } from '../database/index.ts';

/** Relay and consumers of one context, at work. */
export interface RunningEvents {
  readonly context: string;
  /** Ends it: what is running is finished, what is only held is given back. */
  stop(): Promise<void>;
  /** Test aid: resolves when outbox and open deliveries of this context are empty; parked aggregates do not count. */
  drained(timeoutMs?: number): Promise<void>;
  /** Rows in the outbox and deliveries that will run without an operator. */
  waiting(): Promise<{ readonly outbox: number; readonly deliveries: number }>;
  /** True while this process moves or handles something. */
  busy(): boolean;
  /** Batches moved and claimed so far; unchanged means nothing happened. */
  moves(): number;
}

const movesOf = (all: readonly RunningEvents[]): number => all.reduce((sum, one) => sum + one.moves(), 0);

/** What is left everywhere, or `undefined` when a database is away just now. */
const look = async (all: readonly RunningEvents[]) => {
  try {
    return await Promise.all(all.map(async (one) => ({ context: one.context, ...(await one.waiting()) })));
  } catch (error) {
    if (isDatabaseAway(error)) return undefined;
    throw error;
  }
};

/**
 * Resolves when several contexts have nothing more to tell each other. An event is always visible somewhere (outbox, bus
 * or a held delivery), but it moves while one looks; so a look counts only when nothing moved during it.
 * Rejects after `timeoutMs` (default a minute), naming what is left.
 */
export const drained = async (all: readonly RunningEvents[], timeoutMs = 60_000): Promise<void> => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const before = movesOf(all);
    const busyBefore = all.some((one) => one.busy());
    const left = await look(all);
    const quiet = !busyBefore && !all.some((one) => one.busy()) && movesOf(all) === before;
    if (quiet && left?.every((one) => one.outbox === 0 && one.deliveries === 0)) return;
    if (performance.now() > deadline) {
      throw new Error(`Events did not drain within ${timeoutMs} ms: ${JSON.stringify(left ?? 'a database is away')}`);
    }
    await sleep(10);
  }
};
