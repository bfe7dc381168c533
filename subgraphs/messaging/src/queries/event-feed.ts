import { AppError } from '@vitrina/platform/errors';

/** Events held for a reader that takes its time; one more ends the feed. */
const maxHeld = 256;

const over = { done: true as const, value: undefined };

/**
 * Events pushed from several sources and read as one async iterator, which can be ended while it waits and can fail with
 * an error of its own. For what is worth nothing later; what must not be lost is a `resumable` sequence.
 */
export class EventFeed<T> implements AsyncIterableIterator<T> {
  readonly #onEnd: () => void;
  #held: T[] = [];
  #failure: unknown;
  #ended = false;
  #wake = (): void => {};
  #drained: (() => void)[] = [];

  /** `onEnd` runs once, when the feed has ended for whatever reason. */
  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  push(event: T): void {
    if (this.#ended) return;
    if (this.#held.length >= maxHeld) {
      this.fail(
        new AppError(
          'SLOW_CONSUMER',
          'The subscription was ended because its reader fell too far behind; subscribe again.',
        ),
      );
      return;
    }
    this.#held.push(event);
    this.#wake();
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Resolves once the reader has taken all there is, or the feed has ended: what is read in bulk waits for that. */
  async drained(): Promise<void> {
    if (this.#ended || this.#held.length === 0) return;
    await new Promise<void>((resolve) => this.#drained.push(resolve));
  }

  /** Ends the feed with an error, before what it still holds. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#failure = error;
    this.end();
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#held = [];
    this.#onEnd();
    this.#wake();
    this.#letOn();
  }

  #letOn(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      const failure = this.#failure;
      if (failure !== undefined) {
        this.#failure = undefined;
        throw failure;
      }
      const event = this.#held.shift();
      if (this.#held.length === 0) this.#letOn();
      if (event !== undefined) return { done: false, value: event };
      if (this.#ended) return over;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<T>> {
    this.#failure = undefined;
    this.end();
    return over;
  }

  async throw(error: unknown): Promise<IteratorResult<T>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
