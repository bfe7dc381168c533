import type { Logger } from '../logging/index.ts';

export interface LookoutOptions<S> {
  /** How all of these stand, in one query; what is gone is left out. */
  readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, S>>;
  readonly everyMs: number;
  readonly log: Logger;
  /** Keys one query takes; more are asked for in several. Default 2,000. */
  readonly maxKeys?: number;
}

/** Looks at rows on behalf of many subscriptions. */
export interface Lookout<S> {
  /** Tells how the row stands at every look (undefined once it is gone), until the function given back is called. */
  watch(key: string, onState: (state: S | undefined) => void): () => void;
}

type Watcher<S> = (state: S | undefined) => void;

/**
 * Makes up for lost hints: one look per process at everything its subscriptions follow, instead of a poll by each of them.
 * Two subscriptions of the same row are one key. Nothing runs while nobody watches; a look that fails is made up for by
 * the next one.
 */
export const createLookout = <S>({ read, everyMs, log, maxKeys = 2_000 }: LookoutOptions<S>): Lookout<S> => {
  const watchers = new Map<string, Set<Watcher<S>>>();
  let timer: NodeJS.Timeout | undefined;
  let failing = false;

  const lookAt = async (keys: readonly string[]): Promise<void> => {
    const states = await read(keys);
    for (const key of keys) for (const tell of [...(watchers.get(key) ?? [])]) tell(states.get(key));
  };
  const look = async (): Promise<void> => {
    try {
      const keys = [...watchers.keys()];
      for (let start = 0; start < keys.length; start += maxKeys) await lookAt(keys.slice(start, start + maxKeys));
      failing = false;
    } catch (error) {
      // One line per outage.
      if (!failing) log.warn({ err: error }, 'What subscriptions follow cannot be looked at; trying until it can');
      failing = true;
    }
    schedule();
  };
  const schedule = (): void => {
    timer = watchers.size > 0 ? setTimeout(() => void look(), everyMs).unref() : undefined;
  };

  return {
    watch: (key, onState) => {
      // A wrapper of its own: the same function may watch the same key twice.
      const watcher: Watcher<S> = (state) => onState(state);
      const others = watchers.get(key) ?? new Set();
      watchers.set(key, others.add(watcher));
      if (!timer) schedule();
      return () => {
        others.delete(watcher);
        if (others.size === 0 && watchers.get(key) === others) watchers.delete(key);
      };
    },
  };
};
