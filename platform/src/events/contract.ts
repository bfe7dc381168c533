import type { z } from 'zod';
import type { Tx } from '../database/index.ts';

/** The contract of one event, as `schema/events` declares it: a past-tense name, a version and a typed payload. */
export interface EventContract<P extends z.ZodType = z.ZodType> {
  /** For example `order.created`. */
  readonly name: string;
  /** Raised when the payload changes in a way old consumers cannot read. */
  readonly version: number;
  /** The context that alone may publish it. */
  readonly owner: string;
  readonly payload: P;
}

/** One fact on its way: unique by `eventId`, ordered by `aggregateVersion` within `aggregateId`. */
export interface EventEnvelope<P = unknown> {
  readonly eventId: string;
  readonly name: string;
  readonly version: number;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly occurredAt: Date;
  readonly payload: P;
  /** W3C trace context of the request that caused it. */
  readonly traceparent?: string | undefined;
}

/** What a use case says when it publishes. */
export interface NewEvent<P> {
  readonly aggregateId: string;
  /** The aggregate's version after the change; consumers may drop what is older than they know. */
  readonly aggregateVersion: number;
  readonly payload: P;
}

/** Writes facts into the outbox of the transaction that makes them true. */
export interface EventPublisher {
  publish<P extends z.ZodType>(tx: Tx, contract: EventContract<P>, event: NewEvent<z.input<P>>): Promise<void>;
  /** Many facts of one kind in one statement. */
  publishAll<P extends z.ZodType>(
    tx: Tx,
    contract: EventContract<P>,
    events: readonly NewEvent<z.input<P>>[],
  ): Promise<void>;
}

/** What a consumer works with. */
export interface ConsumerScope<S> {
  readonly tx: Tx;
  readonly services: S;
  /**
   * Runs in the same transaction when its last handler is done, so that what the events of a bundle want written can be
   * gathered and written by one statement. When it fails nothing took effect, and each event is tried by itself.
   */
  beforeCommit(work: () => Promise<void>): void;
  /**
   * Runs once the effect is committed: the place to enqueue a job or wake a subscription. A hint only: it is lost when
   * the process dies in between, so rows and a sweep make up for it.
   */
  afterCommit(hint: () => Promise<unknown>): void;
}

/**
 * One context's reaction to one event. The handler gets the transaction in which its inbox row is written: whatever it
 * does through `tx` happens exactly once. Anything outside `tx` must be safe to repeat. Throwing lets the delivery be
 * tried again; after the attempts are used up, the delivery parks its aggregate until an operator replays or skips it.
 */
export interface EventConsumer<S> {
  /** Unique within the context, e.g. `open-escrow`. */
  readonly name: string;
  readonly contract: EventContract;
  readonly handle: (event: EventEnvelope, scope: ConsumerScope<S>) => Promise<void>;
}

/** Declares a consumer with the payload's type. */
export const consume = <S, P extends z.ZodType>(
  contract: EventContract<P>,
  name: string,
  handle: (event: EventEnvelope<z.output<P>>, scope: ConsumerScope<S>) => Promise<void>,
): EventConsumer<S> => ({ name, contract, handle: handle as EventConsumer<S>['handle'] });
