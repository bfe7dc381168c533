import type { PubSub } from './contract.ts';

export interface ResumableOptions<T> {
  readonly pubsub: PubSub;
  readonly topic: string;
  /** Position the reader has seen last; everything after it comes first. Left out: only what comes after `head`. */
  readonly after?: number;
  /** Reads what stands in the database after a position, in order; a bounded number of rows at a time. */
  readonly read: (after: number) => Promise<readonly T[]>;
  readonly positionOf: (item: T) => number;
  /**
   * The row a hint carries, undefined for one that only says "look". A row whose position is exactly the next one is passed on
   * without a look at the database, so positions must have no gaps where this is given. May throw: that ends the sequence.
   */
  readonly fromHint?: (hint: unknown) => T | undefined;
  /**
   * Told once the hints are live: resolves with the position from which on they are enough. The database is read first
   * when it is beyond `after`; without this it always is. A rejection means that there is nothing to follow.
   */
  readonly head?: () => Promise<number>;
  /** Notices what no hint told, in place of a poll of this sequence's own; gives back what ends the watching. */
  readonly watch?: (bell: ResumableBell) => () => void;
  readonly signal?: AbortSignal;
  /** Looks at the database this often even without a hint, because hints may be lost. Default 5,000; unused with `watch`. */
  readonly pollMs?: number;
}

/** How a watcher speaks to the sequence. */
export interface ResumableBell {
  /** The database holds this position: it is read unless the sequence is there already. */
  reached(position: number): void;
  /** Ends the sequence with that error, before whatever it still holds. */
  fail(error: unknown): void;
}

/** Rows held for a reader that takes its time; what comes beyond that is read from the database later. */
const maxHeld = 100;

const ended = { done: true as const, value: undefined };

interface Reader<T> {
  readonly resolve: (result: IteratorResult<T>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A live sequence without gaps or repeats: listens first, then replays what the database holds after the given
 * position, then goes on whenever a hint says there is more. Order and completeness come from the positions alone, which
 * must be assigned in the transaction that writes the rows; a hint that carries its row merely saves reading it.
 */
export const resumable = async <T>(options: ResumableOptions<T>): Promise<AsyncIterableIterator<T>> => {
  const sequence = new ResumableSequence(options);
  await sequence.start();
  return sequence;
};

class ResumableSequence<T> implements AsyncIterableIterator<T> {
  readonly #options: ResumableOptions<T>;
  /** Position of the last row held or passed on. */
  #tail: number;
  #held: T[] = [];
  /** True when the database may hold rows after the tail. */
  #stale = true;
  #reading = false;
  #over = false;
  #failure: { readonly error: unknown } | undefined;
  #hints: AsyncIterableIterator<unknown> | undefined;
  #unwatch = (): void => {};
  /** Who waits for the next row. Nothing else stands still while it waits. */
  #reader: Reader<T> | undefined;
  #poll: NodeJS.Timeout | undefined;

  constructor(options: ResumableOptions<T>) {
    this.#options = options;
    this.#tail = options.after ?? 0;
  }

  async start(): Promise<void> {
    const { pubsub, topic, signal, head, watch } = this.#options;
    this.#hints = await pubsub.subscribe<unknown>(topic, {
      ...(signal && { signal }),
      onGap: () => this.#look(),
      onMessage: (hint) => this.#hear(hint),
      onEnd: () => this.#end(),
    });
    if (signal?.aborted) this.#end();
    try {
      if (head) await this.#begin(head);
    } catch (error) {
      await this.return();
      throw error;
    }
    if (watch && !this.#over)
      this.#unwatch = watch({ reached: (at) => this.#reached(at), fail: (error) => this.#fail(error) });
  }

  /** What is hinted while the head is read may be beyond it, so it makes the sequence look. */
  async #begin(head: () => Promise<number>): Promise<void> {
    this.#stale = false;
    this.#reading = true;
    const reached = await head();
    this.#reading = false;
    if (reached > this.#tail && this.#options.after !== undefined) this.#stale = true;
    // A position that does not exist yet counts as the last one.
    else this.#tail = reached;
  }

  next(): Promise<IteratorResult<T>> {
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
      this.#serve();
    });
  }

  async return(): Promise<IteratorResult<T>> {
    this.#end();
    this.#held = [];
    this.#failure = undefined;
    await this.#hints?.return?.();
    return ended;
  }

  async throw(error: unknown): Promise<IteratorResult<T>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Gives who waits what there is; looks first where the database may hold more. */
  #serve(): void {
    const reader = this.#reader;
    if (!reader) return;
    const item = this.#failure ? undefined : this.#held.shift();
    if (this.#failure || item !== undefined || this.#over) {
      this.#reader = undefined;
      clearTimeout(this.#poll);
      this.#poll = undefined;
    }
    if (this.#failure) {
      const { error } = this.#failure;
      this.return().then(() => reader.reject(error), reader.reject);
    } else if (item !== undefined) reader.resolve({ done: false, value: item });
    else if (this.#over) reader.resolve(ended);
    else if (this.#stale && !this.#reading) void this.#read();
    else if (!this.#options.watch) this.#poll ??= setTimeout(() => this.#pollNow(), this.#options.pollMs ?? 5_000);
  }

  #pollNow(): void {
    this.#poll = undefined;
    this.#look();
  }

  /** Takes hints as they come, so that a slow reader costs a few rows here and no full queue there. */
  #hear(hint: unknown): void {
    try {
      this.#take(hint);
    } catch (error) {
      this.#fail(error);
    }
  }

  #take(hint: unknown): void {
    const item = this.#options.fromHint?.(hint);
    if (item === undefined) {
      this.#look();
      return;
    }
    const position = this.#options.positionOf(item);
    if (position <= this.#tail) return;
    const isNext = position === this.#tail + 1 && !this.#stale && !this.#reading && this.#held.length < maxHeld;
    if (isNext) {
      this.#hold(item);
      this.#serve();
    } else this.#look();
  }

  #hold(item: T): void {
    this.#tail = this.#options.positionOf(item);
    this.#held.push(item);
  }

  #reached(position: number): void {
    if (position > this.#tail) this.#look();
  }

  #look(): void {
    this.#stale = true;
    this.#serve();
  }

  #fail(error: unknown): void {
    if (this.#over) return;
    this.#failure = { error };
    this.#serve();
  }

  #end(): void {
    this.#over = true;
    this.#unwatch();
    this.#unwatch = () => {};
    this.#serve();
  }

  async #read(): Promise<void> {
    this.#stale = false;
    this.#reading = true;
    try {
      const rows = await this.#options.read(this.#tail);
      for (const row of rows) if (this.#options.positionOf(row) > this.#tail) this.#hold(row);
      // A read gives a bounded number of rows, so only an empty one says that there are no more.
      if (rows.length > 0) this.#stale = true;
    } catch (error) {
      const reader = this.#reader;
      this.#reader = undefined;
      reader?.reject(error);
    }
    this.#reading = false;
    this.#serve();
  }
}
