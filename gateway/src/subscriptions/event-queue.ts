/** A hand-written bounded queue read as an async iterator. An async generator's `return()` would wait for the next event and leak its source. */
export interface EventQueue<T> extends AsyncIterableIterator<T> {
  /** Adds an event; a full queue ends with `overflow` as its last event instead. */
  push(event: T): void;
  /** No more events; what is queued is still read. */
  end(last?: T): void;
  /** No more events; reading throws `error` after what is queued. */
  fail(error: Error): void;
  /** Events waiting to be read. */
  readonly size: number;
}

/** Limits and ends of a queue. */
export interface EventQueueOptions<T> {
  readonly maxBuffered: number;
  /** What a queue whose reader is too slow ends with: a last event, or an error that is thrown. */
  readonly overflow: () => T | Error;
  /** Called once, when nobody reads any more or the queue overflowed: release the source. */
  readonly onClose: () => void;
}

interface Waiting<T> {
  readonly resolve: (result: IteratorResult<T>) => void;
  readonly reject: (error: Error) => void;
}

/** Makes a queue for one reader. */
export const eventQueue = <T>(options: EventQueueOptions<T>): EventQueue<T> => {
  const buffered: T[] = [];
  let waiting: Waiting<T> | undefined;
  let failure: Error | undefined;
  let ended = false;
  let released = false;

  const release = () => {
    if (released) return;
    released = true;
    options.onClose();
  };
  const deliver = (event: T) => {
    if (!waiting) {
      buffered.push(event);
      return;
    }
    const { resolve } = waiting;
    waiting = undefined;
    resolve({ done: false, value: event });
  };
  const finish = () => {
    ended = true;
    if (!waiting) return;
    const { resolve, reject } = waiting;
    waiting = undefined;
    if (failure) reject(failure);
    else resolve({ done: true, value: undefined });
  };

  return {
    get size() {
      return buffered.length;
    },
    push: (event) => {
      if (ended) return;
      if (buffered.length < options.maxBuffered) return deliver(event);
      const last = options.overflow();
      if (last instanceof Error) failure = last;
      else deliver(last);
      finish();
      release();
    },
    end: (last) => {
      if (ended) return;
      if (last !== undefined) deliver(last);
      finish();
      release();
    },
    fail: (error) => {
      if (ended) return;
      failure = error;
      finish();
      release();
    },
    next: () => {
      if (buffered.length > 0) return Promise.resolve({ done: false, value: buffered.shift() as T });
      if (ended) return failure ? Promise.reject(failure) : Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    return: () => {
      buffered.length = 0;
      failure = undefined;
      finish();
      release();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
