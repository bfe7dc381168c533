import type { GraphQLError } from 'graphql';
import { isEventQueue } from './event-queue.ts';
import {
  type OpenedSubscription,
  openSubscription,
  type SubscriptionParts,
  type SubscriptionRequest,
} from './open-subscription.ts';

/** Who gets the answers of a subscription. None of these may throw or wait. */
export interface Reader {
  /** One answer as JSON text, the same for every reader. */
  next(payload: string): void;
  complete(): void;
  /** The subscription was refused or lost its source; nothing follows. */
  fail(error: GraphQLError): void;
}

/** What a pipeline needs besides its request. */
export interface PipelineParts extends SubscriptionParts {
  /** What a client is told of an error that is none of its business. */
  readonly masked: (error: unknown) => GraphQLError;
}

/** One subscription on a subgraph and everybody who reads it: an event is completed once and written once. */
export class Pipeline {
  readonly #readers = new Set<Reader>();
  readonly #onEmpty: (pipeline: Pipeline) => void;
  #source: OpenedSubscription['events'] | undefined;
  #begun = false;
  #over = false;

  /** `onEmpty` runs once: nobody reads any more, or nothing follows. */
  constructor(parts: PipelineParts, request: SubscriptionRequest, onEmpty: (pipeline: Pipeline) => void) {
    this.#onEmpty = onEmpty;
    void this.#run(parts, request);
  }

  /** True once an event was given out. */
  get begun(): boolean {
    return this.#begun;
  }

  get size(): number {
    return this.#readers.size;
  }

  add(reader: Reader): void {
    this.#readers.add(reader);
  }

  /** The last one to leave ends the subscription on the subgraph. */
  leave(reader: Reader): void {
    if (this.#readers.delete(reader) && this.#readers.size === 0) this.#end();
  }

  async #run(parts: PipelineParts, request: SubscriptionRequest): Promise<void> {
    try {
      const opened = await openSubscription(parts, request);
      this.#source = opened.events;
      if (this.#over) await opened.events.return?.();
      else this.#await(opened, parts);
    } catch (error) {
      this.#fail(parts.masked(error));
    }
  }

  /** Nothing is suspended while no event comes: of thousands of subscriptions nearly all wait. */
  #await(opened: OpenedSubscription, parts: PipelineParts): void {
    const { events } = opened;
    const read = () => {
      this.#read(opened, parts).catch((error: unknown) => this.#fail(parts.masked(error)));
    };
    if (isEventQueue(events)) events.whenReadable(read);
    else read();
  }

  async #read(opened: OpenedSubscription, parts: PipelineParts): Promise<void> {
    const { events, complete, failure } = opened;
    do {
      const { done, value: event } = await events.next();
      if (done) {
        for (const reader of this.#dismiss()) reader.complete();
        return;
      }
      if (event.data === undefined) throw failure(event);
      const payload = JSON.stringify(await complete(event));
      this.#begun = true;
      for (const reader of this.#readers) reader.next(payload);
    } while (!isEventQueue(events) || events.size > 0);
    this.#await(opened, parts);
  }

  #fail(error: GraphQLError): void {
    for (const reader of this.#dismiss()) reader.fail(error);
  }

  /** Everybody who is still here, who are then no more. */
  #dismiss(): Reader[] {
    const readers = [...this.#readers];
    this.#readers.clear();
    this.#end();
    return readers;
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#onEmpty(this);
    // The source's own end is told by the loop that reads it.
    this.#source?.return?.().catch(() => undefined);
  }
}
