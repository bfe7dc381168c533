import type { PubSub } from './contract.ts';

export interface ResumableOptions<T> {
  readonly pubsub: PubSub;
  readonly topic: string;
  /** Position the reader has seen last; everything after it comes first. */
  readonly after: number;
  /** Reads what stands in the database after a position, in order; a bounded number of rows at a time. */
  readonly read: (after: number) => Promise<readonly T[]>;
  readonly positionOf: (item: T) => number;
  readonly signal?: AbortSignal;
  /** Looks at the database this often even without a hint, because hints may be lost. Default 5,000. */
  readonly pollMs?: number;
}

/** A pause that can be ended early (Node 20 has no `Promise.withResolvers`). */
const deferred = (): { promise: Promise<'poll'>; resolve: () => void } => {
  let resolve = () => {};
  const promise = new Promise<'poll'>((fulfil) => {
    resolve = () => fulfil('poll');
  });
  return { promise, resolve };
};

/**
 * A live sequence without gaps or repeats: listens first, then replays what the database holds after the given
 * position, then goes on whenever a hint says there is more. Hints carry nothing; order and completeness come from the
 * positions alone, which must be assigned in the transaction that writes the rows.
 */
export const resumable = async <T>(options: ResumableOptions<T>): Promise<AsyncIterableIterator<T>> => {
  const { pubsub, topic, read, positionOf, signal, pollMs = 5_000 } = options;
  let wakeUp = () => {};
  const hints = await pubsub.subscribe<unknown>(topic, { ...(signal && { signal }), onGap: () => wakeUp() });
  let position = options.after;
  let buffered: T[] = [];
  let awaited: Promise<IteratorResult<unknown>> | undefined;

  /** Resolves when it is time to look again: true, or false when the hints have ended. */
  const untilHint = async (): Promise<boolean> => {
    awaited ??= hints.next();
    const pause = deferred();
    wakeUp = pause.resolve;
    const timer = setTimeout(wakeUp, pollMs);
    try {
      const outcome = await Promise.race([awaited, pause.promise]);
      if (outcome === 'poll') return true;
      awaited = undefined;
      return outcome.done !== true;
    } finally {
      clearTimeout(timer);
    }
  };

  const next = async (): Promise<IteratorResult<T>> => {
    for (;;) {
      const item = buffered.shift();
      if (item !== undefined) {
        position = positionOf(item);
        return { done: false, value: item };
      }
      buffered = [...(await read(position))];
      if (buffered.length === 0 && !(await untilHint())) return { done: true, value: undefined };
    }
  };

  const end = async (): Promise<IteratorResult<T>> => {
    await hints.return?.();
    return { done: true, value: undefined };
  };
  const sequence: AsyncIterableIterator<T> = {
    next,
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return sequence;
    },
  };
  return sequence;
};
