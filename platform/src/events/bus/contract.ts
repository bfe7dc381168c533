import type { EventEnvelope } from '../contract.ts';

/** One event as one consumer has to handle it, held by a lease until it is closed, given back or the lease ends. */
export interface Delivery {
  /** Full name, `context.consumer`. */
  readonly consumer: string;
  /** Place on the bus; a decimal string, for it may pass 2^53. */
  readonly position: string;
  /** Names the claim: a worker that lost its lease can no longer close what another holds now. */
  readonly lease: string;
  /** Failures before this claim. */
  readonly attempts: number;
  readonly event: EventEnvelope;
}

export interface ClaimRequest {
  /** Claims of one context take turns; claims of different contexts run side by side. */
  readonly context: string;
  /** Full names. */
  readonly consumers: readonly string[];
  readonly limit: number;
  readonly leaseMs: number;
}

export interface Subscription {
  /** Full name. */
  readonly consumer: string;
  readonly eventName: string;
}

export interface RetryAfter {
  readonly delayMs: number;
  /** What went wrong, for the operator. */
  readonly error: string;
  /** False when the fault lies outside (our database is away), so the attempts last for real failures. */
  readonly counts: boolean;
}

/** A delivery an operator has to decide about. */
export interface ParkedDelivery {
  readonly consumer: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly eventVersion: number;
  readonly aggregateId: string;
  readonly attempts: number;
  readonly error: string;
  readonly appendedAt: Date;
  /** Deliveries of the same aggregate that wait behind it. */
  readonly waiting: number;
}

/** How far one consumer is behind. */
export interface ConsumerLag {
  readonly consumer: string;
  readonly open: number;
  readonly parked: number;
  /** Age of the oldest open delivery in seconds; 0 when there is none. */
  readonly oldestOpenSeconds: number;
}

/** Who intervenes; recorded beside what was done. */
export interface Operator {
  readonly operator: string;
}

/**
 * The log between contexts. What an implementation must keep:
 * events of one aggregate reach a consumer in the order they were appended; an aggregate with a held, waiting or parked
 * delivery is not overtaken for that consumer; every registered consumer gets every event of its name at least once.
 * The Postgres adapter is `createPostgresBus`; an existing broker can stand behind the same port.
 */
export interface EventBus {
  /**
   * Appends in the given order and opens one delivery per subscribed consumer. Idempotent by `eventId`.
   * Returns the contexts that have something to do now.
   */
  append(events: readonly EventEnvelope[]): Promise<readonly string[]>;
  /** Makes consumers known. One that is new also gets what the bus still retains of its event. */
  register(context: string, subscriptions: readonly Subscription[]): Promise<void>;
  /** Holds the oldest deliveries that may go, in order; several of one aggregate come together. */
  claim(request: ClaimRequest): Promise<readonly Delivery[]>;
  /** Renews the leases of deliveries still being worked on. */
  extend(deliveries: readonly Delivery[], leaseMs: number): Promise<void>;
  /** Done for good. Deliveries whose lease was lost meanwhile are left to their new holder. */
  close(deliveries: readonly Delivery[]): Promise<void>;
  /** Gives claims back untouched. */
  release(deliveries: readonly Delivery[]): Promise<void>;
  /** Tries again later; the aggregate waits meanwhile. */
  retry(delivery: Delivery, after: RetryAfter): Promise<void>;
  /** Sets a delivery aside until an operator replays or skips it; its aggregate waits behind it. */
  park(delivery: Delivery, error: string): Promise<void>;

  /** Opens parked deliveries again; returns how many. Without `eventId`, all of the consumer's. */
  replay(consumer: string, eventId: string | undefined, by: Operator): Promise<number>;
  /** Gives one parked delivery up, on the record; returns false when it is not parked. */
  skip(consumer: string, eventId: string, by: Operator & { readonly reason: string }): Promise<boolean>;
  /** Forgets a consumer whose code is gone and gives up what it had open; returns how many deliveries that was. */
  retire(consumer: string, by: Operator & { readonly reason: string }): Promise<number>;
  parked(filter?: { readonly consumer?: string; readonly limit?: number }): Promise<readonly ParkedDelivery[]>;
  lag(): Promise<readonly ConsumerLag[]>;
  /** Deliveries of a context that will still run without an operator's help. */
  pending(context: string): Promise<number>;

  /** Calls `onPending` whenever the context has something to claim; one poll serves all contexts of the process. */
  watch(context: string, onPending: () => void): () => void;
  /** Removes events older than `days` whose deliveries are all done; returns how many. */
  prune(days: number): Promise<number>;
  stop(): Promise<void>;
}
