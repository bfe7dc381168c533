import type { Logger } from '../logging/index.ts';

/** A row as it stood at the last look. */
export interface Known {
  readonly key: string;
  /** Empty before the first look, and when somebody new watches: whatever stands is news then. */
  readonly version: string;
}

/** A row that stands differently than it did. */
export interface Changed<S> {
  readonly key: string;
  /** Any text that is another one whenever the row is; empty for a row that is gone. */
  readonly version: string;
  readonly state: S | undefined;
}

export interface LookoutOptions<S> {
  /** Those of these rows whose version is another one by now, in one query; also those that are gone. */
  readonly read: (known: readonly Known[]) => Promise<readonly Changed<S>[]>;
  readonly everyMs: number;
  readonly log: Logger;
  /** Keys one query takes; more are asked for in several. Default 2,000. */
  readonly maxKeys?: number;
}

/** Looks at rows on behalf of many subscriptions. */
export interface Lookout<S> {
  /**
   * Tells how the row stands at the next look, and from then on at every look that finds it changed (undefined once it is
   * gone), until the function given back is called.
   */
  watch(key: string, onState: (state: S | undefined) => void): () => void;
  /** Tells how the row stands at the next look once more, changed or not: for a watcher that could not do what it was told. */
  again(key: string): void;
}

type Watcher<S> = (state: S | undefined) => void;

interface Watched<S> {
  readonly key: string;
  version: string;
  readonly watchers: Set<Watcher<S>>;
}

/**
 * Makes up for lost hints: one look per process at everything its subscriptions follow, instead of a poll by each of them.
 * Two subscriptions of the same row are one key, and a row that did not change costs its entry in the question and nothing
 * else. Nothing runs while nobody watches; a look that fails is made up for by the next one.
 */
export const createLookout = <S>({ read, everyMs, log, maxKeys = 2_000 }: LookoutOptions<S>): Lookout<S> => {
  const rows = new Map<string, Watched<S>>();
  let timer: NodeJS.Timeout | undefined;
  let failing = false;

  const lookAt = async (known: readonly Known[]): Promise<void> => {
    for (const { key, version, state } of await read(known)) {
      const row = rows.get(key);
      if (!row) continue;
      row.version = version;
      for (const tell of [...row.watchers]) tell(state);
    }
  };
  const look = async (): Promise<void> => {
    try {
      // Copied: a watcher that comes while this is read is told at the next look if not at this one.
      const known = [...rows.values()].map(({ key, version }) => ({ key, version }));
      for (let start = 0; start < known.length; start += maxKeys) await lookAt(known.slice(start, start + maxKeys));
      failing = false;
    } catch (error) {
      // One line per outage.
      if (!failing) log.warn({ err: error }, 'What subscriptions follow cannot be looked at; trying until it can');
      failing = true;
    }
    schedule();
  };
  const schedule = (): void => {
    timer = rows.size > 0 ? setTimeout(() => void look(), everyMs).unref() : undefined;
  };

  return {
    again: (key) => {
      const row = rows.get(key);
      if (row) row.version = '';
    },
    watch: (key, onState) => {
      // A wrapper of its own: the same function may watch the same key twice.
      const watcher: Watcher<S> = (state) => onState(state);
      const row = rows.get(key) ?? { key, version: '', watchers: new Set() };
      row.version = '';
      row.watchers.add(watcher);
      rows.set(key, row);
      if (!timer) schedule();
      return () => {
        row.watchers.delete(watcher);
        if (row.watchers.size === 0 && rows.get(key) === row) rows.delete(key);
      };
    },
  };
};
