/**
 * Wakes subscriptions. At most once and unordered across topics: a message is a hint that something happened, the
 * database is the truth, so subscribers that must not lose anything resume from it.
 */
export interface PubSub {
  publish(topic: string, message: unknown): Promise<void>;
  /** Live once the promise resolves. Iteration ends when the signal aborts or `return()` is called. */
  subscribe<T>(topic: string, options?: SubscribeOptions): Promise<AsyncIterableIterator<T>>;
  close(): Promise<void>;
}

export interface SubscribeOptions {
  readonly signal?: AbortSignal;
  /** Messages held for a slow reader; one more ends the iteration with a SLOW_CONSUMER error. Default 256. */
  readonly maxBuffered?: number;
  /** Called when messages may have been lost (a reconnect): the subscriber re-reads the database. */
  readonly onGap?: () => void;
  /**
   * Takes each message as it comes, in place of the iteration, which then gives none: with thousands of quiet subscribers
   * what waits for a next message is much of the memory. Must not throw.
   */
  readonly onMessage?: (message: unknown) => void;
  /** Called when the subscription ended, by whomever; not when its signal was aborted from the start. */
  readonly onEnd?: () => void;
}
