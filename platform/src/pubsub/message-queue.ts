import { AppError } from '../errors/index.ts';

export interface MessageQueueOptions {
  readonly maxBuffered: number;
  /** Called once, when the iteration ends for whatever reason; not when the signal was aborted from the start. */
  readonly onEnd: (reason: 'closed' | 'slow') => void;
  readonly signal?: AbortSignal | undefined;
  /** Takes the messages in place of the iteration. */
  readonly onMessage?: ((message: unknown) => void) | undefined;
}

/**
 * A bounded queue read as an async iterator. Written by hand because an `async function*` cannot be ended while it
 * waits: its `return()` queues up behind the pending `next()`, and the subscription leaks until the next message.
 */
export class MessageQueue<T> implements AsyncIterableIterator<T> {
  readonly #options: MessageQueueOptions;
  readonly #abort = (): void => this.#end('closed');
  #buffered: T[] = [];
  #waiting: { resolve: (result: IteratorResult<T>) => void }[] = [];
  #failure: AppError | undefined;
  #ended = false;

  constructor(options: MessageQueueOptions) {
    this.#options = options;
    if (options.signal?.aborted) this.#ended = true;
    else options.signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /** From the start when the signal was already aborted. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Hands a message to the reader, or keeps it for later; one message too many ends the iteration. */
  push(message: T): void {
    if (this.#ended) return;
    if (this.#options.onMessage) {
      this.#options.onMessage(message);
      return;
    }
    const reader = this.#waiting.shift();
    if (reader) {
      reader.resolve({ value: message, done: false });
      return;
    }
    if (this.#buffered.length < this.#options.maxBuffered) {
      this.#buffered.push(message);
      return;
    }
    this.#failure = new AppError(
      'SLOW_CONSUMER',
      `The subscription was ended because its reader fell ${this.#options.maxBuffered} messages behind; subscribe again and re-read what was missed.`,
    );
    this.#end('slow');
  }

  next(): Promise<IteratorResult<T>> {
    const failure = this.#failure;
    if (failure) {
      this.#failure = undefined;
      return Promise.reject(failure);
    }
    const [message] = this.#buffered;
    if (this.#buffered.length > 0) {
      this.#buffered.shift();
      return Promise.resolve({ value: message as T, done: false });
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push({ resolve }));
  }

  return(): Promise<IteratorResult<T>> {
    this.#end('closed');
    this.#failure = undefined;
    return Promise.resolve({ value: undefined, done: true });
  }

  throw(error: unknown): Promise<IteratorResult<T>> {
    this.#end('closed');
    return Promise.reject(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(reason: 'closed' | 'slow'): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#buffered = [];
    this.#options.signal?.removeEventListener('abort', this.#abort);
    for (const reader of this.#waiting) reader.resolve({ value: undefined, done: true });
    this.#waiting = [];
    this.#options.onEnd(reason);
  }
}
