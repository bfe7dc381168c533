import { setTimeout as pause } from 'node:timers/promises';

/** Waits for effects to show in another context's rows. */
export interface Watch {
  /** Something was published just now; its effect is known by this key. */
  expect(key: string): void;
  /** Milliseconds from `expect` to the moment a reader could see each effect, at the grain of the look. */
  readonly delays: readonly number[];
  /** Resolves when nothing is outstanding; rejects after `patienceMs` without progress. */
  settled(patienceMs: number): Promise<void>;
  stop(): Promise<void>;
}

const lookEveryMs = 25;

/** Looks again and again which of the outstanding keys can be seen. */
export const watchFor = (what: string, seen: (outstanding: readonly string[]) => Promise<readonly string[]>): Watch => {
  const published = new Map<string, number>();
  const delays: number[] = [];
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      const outstanding = [...published.keys()];
      if (outstanding.length > 0) {
        const found = await seen(outstanding);
        const now = performance.now();
        for (const key of found) {
          const at = published.get(key);
          if (at !== undefined) delays.push(now - at);
          published.delete(key);
        }
      }
      await pause(lookEveryMs);
    }
  })();
  return {
    delays,
    expect: (key) => void published.set(key, performance.now()),
    settled: async (patienceMs) => {
      const deadline = performance.now() + patienceMs;
      while (published.size > 0) {
        if (performance.now() > deadline) throw new Error(`${published.size} × ${what} never showed.`);
        await pause(lookEveryMs);
      }
    },
    stop: async () => {
      stopped = true;
      await loop;
    },
  };
};
