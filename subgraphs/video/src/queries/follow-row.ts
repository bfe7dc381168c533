import type { Services } from '../services.ts';

/** What is followed, and when it has come to its end. */
export interface Following<R> {
  /** Where hints of changes go. */
  readonly topic: string;
  readonly signal: AbortSignal;
  /** The row as it is now; undefined once it is gone. */
  readonly read: () => Promise<R | undefined>;
  /** True when somebody who knows `before` (undefined: nothing yet) wants to hear of the row as it is now. */
  readonly isNews: (before: R | undefined, now: R) => boolean;
  readonly isOver: (row: R) => boolean;
}

/** Hints may be lost; looking this often makes up for it. */
const lookEveryMs = 5_000;

/**
 * A row at once, then with all that is news, until it is over or gone. Listens before it reads, so no change falls in
 * between. Written by hand: an async generator's `return()` would wait for the next event.
 */
export const followRow = async <R>(
  { pubsub, log }: Pick<Services, 'pubsub' | 'log'>,
  { topic, signal, read, isNews, isOver }: Following<R>,
): Promise<AsyncIterableIterator<R>> => {
  const stop = new AbortController();
  const over = AbortSignal.any([signal, stop.signal]);
  let wake = (): void => {};
  let rung = false;
  const ring = (): void => {
    rung = true;
    wake();
  };
  const hints = await pubsub.subscribe(topic, { signal: over, onGap: ring });
  over.addEventListener('abort', ring, { once: true });
  void (async () => {
    for await (const _ of hints) ring();
  })().catch((error: unknown) => log.warn({ err: error, topic }, 'Hints are away; the subscription looks by itself'));

  const rest = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, lookEveryMs);
      wake = resolve;
      if (rung || over.aborted) resolve();
    });
    clearTimeout(timer);
    rung = false;
  };

  let last: R | undefined;
  const end = (): IteratorResult<R> => {
    stop.abort();
    return { done: true, value: undefined };
  };
  const sequence: AsyncIterableIterator<R> = {
    next: async () => {
      while (!over.aborted && !(last && isOver(last))) {
        const now = await read();
        if (!now) break;
        if (isNews(last, now)) {
          last = now;
          return { done: false, value: now };
        }
        await rest();
      }
      return end();
    },
    return: async () => end(),
    throw: async (error) => {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return sequence;
    },
  };
  return sequence;
};
