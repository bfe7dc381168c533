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
  /**
   * Calls once, as soon as `next` would answer at once: for readers that would otherwise wait for hours, each as a suspended
   * function with its promises.
   */
  whenReadable(call: () => void): void;
}

/** True for sources that can be waited for without a suspended function. */
export const isEventQueue = <T>(source: AsyncIterableIterator<T>): source is EventQueue<T> =>
  source instanceof HandWrittenQueue;

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

const over = { done: true as const, value: undefined };

/** A class, because there is one per subscription upstream: methods are shared by thousands, closures are not. */
class HandWrittenQueue<T> implements EventQueue<T> {
  readonly #options: EventQueueOptions<T>;
  readonly #buffered: T[] = [];
  #waiting: Waiting<T> | undefined;
  #call: (() => void) | undefined;
  #failure: Error | undefined;
  #ended = false;
  #released = false;

  constructor(options: EventQueueOptions<T>) {
    this.#options = options;
  }

  get size(): number {
    return this.#buffered.length;
  }

  whenReadable(call: () => void): void {
    this.#call = call;
    if (this.#buffered.length > 0 || this.#ended) this.#tell();
  }

  push(event: T): void {
    if (this.#ended) return;
    if (this.#buffered.length < this.#options.maxBuffered) {
      this.#deliver(event);
      return;
    }
    const last = this.#options.overflow();
    if (last instanceof Error) this.#failure = last;
    else this.#deliver(last);
    this.#finish();
    this.#release();
  }

  end(last?: T): void {
    if (this.#ended) return;
    if (last !== undefined) this.#deliver(last);
    this.#finish();
    this.#release();
  }

  fail(error: Error): void {
    if (this.#ended) return;
    this.#failure = error;
    this.#finish();
    this.#release();
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#buffered.length > 0) return Promise.resolve({ done: false, value: this.#buffered.shift() as T });
    if (this.#ended) return this.#failure ? Promise.reject(this.#failure) : Promise.resolve(over);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  return(): Promise<IteratorResult<T>> {
    this.#buffered.length = 0;
    this.#failure = undefined;
    this.#finish();
    this.#release();
    return Promise.resolve(over);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #deliver(event: T): void {
    if (!this.#waiting) {
      this.#buffered.push(event);
      this.#tell();
      return;
    }
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve({ done: false, value: event });
  }

  #finish(): void {
    this.#ended = true;
    this.#tell();
    if (!this.#waiting) return;
    const { resolve, reject } = this.#waiting;
    this.#waiting = undefined;
    if (this.#failure) reject(this.#failure);
    else resolve(over);
  }

  #tell(): void {
    const call = this.#call;
    this.#call = undefined;
    call?.();
  }

  #release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#options.onClose();
  }
}

/** Makes a queue for one reader. */
export const eventQueue = <T>(options: EventQueueOptions<T>): EventQueue<T> => new HandWrittenQueue(options);
