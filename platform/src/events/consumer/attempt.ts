import { performance } from 'node:perf_hooks';
import type { Clock } from '../../clock/index.ts';
import { type Database, describeFailure, isDatabaseOutage } from '../../database/index.ts';
import type { Logger } from '../../logging/index.ts';
import { metrics } from '../../observability/index.ts';
import type { Delivery, EventBus } from '../bus/contract.ts';
import type { EventConsumer } from '../contract.ts';
import { deliver } from './deliver.ts';
import { backoffMs, type ConsumerSettings } from './settings.ts';
import { Unreadable } from './unreadable.ts';

export interface AttemptOptions<S> {
  readonly context: string;
  readonly database: Database;
  readonly bus: EventBus;
  readonly services: S;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: ConsumerSettings;
}

/** `done`: to be closed. Otherwise the bus knows already, and the aggregate's run is over. */
export type Outcome = 'done' | 'retry' | 'parked';

/** What happens to a delivery that failed: back-off while attempts last, then the operator's decision. */
const settleFailure = async <S>(options: AttemptOptions<S>, delivery: Delivery, error: unknown): Promise<Outcome> => {
  const { bus, settings, log } = options;
  const reason = describeFailure(error);
  const failures = delivery.attempts + 1;
  const facts = {
    err: error,
    consumer: delivery.consumer,
    eventId: delivery.event.eventId,
    aggregateId: delivery.event.aggregateId,
    failures,
  };
  if (isDatabaseOutage(error)) {
    log.warn(facts, 'The database is away or full; the delivery waits without using up an attempt.');
    await bus.retry(delivery, { delayMs: backoffMs(3, settings), error: reason, counts: false });
    return 'retry';
  }
  if (error instanceof Unreadable || failures >= settings.maxAttempts) {
    log.error(facts, 'A delivery was parked; its aggregate waits until an operator replays or skips it.');
    await bus.park(delivery, reason);
    return 'parked';
  }
  log.warn(facts, 'A delivery failed and is tried again.');
  await bus.retry(delivery, { delayMs: backoffMs(failures, settings), error: reason, counts: true });
  return 'retry';
};

/** Delivers once and settles a failure with the bus. Rejects only when the bus does not answer. */
export const attempt = async <S>(
  consumer: EventConsumer<S>,
  delivery: Delivery,
  options: AttemptOptions<S>,
): Promise<Outcome> => {
  const labels = { context: options.context, consumer: consumer.name };
  const begun = performance.now();
  let outcome: Outcome = 'done';
  try {
    await deliver(consumer, delivery, { ...options, timeoutMs: options.settings.handlerTimeoutMs });
    const lagMs = options.clock.now().getTime() - delivery.event.occurredAt.getTime();
    metrics.eventLagSeconds.observe(labels, Math.max(0, lagMs) / 1_000);
  } catch (error) {
    outcome = await settleFailure(options, delivery, error);
  }
  metrics.eventDeliverySeconds.observe({ ...labels, outcome }, (performance.now() - begun) / 1_000);
  return outcome;
};
