import type { Clock } from '../../clock/index.ts';
import { crashPoint } from '../../crash-points/index.ts';
import { type Database, statement, type Tx } from '../../database/index.ts';
import { failAfter } from '../../deadline/index.ts';
import type { Logger } from '../../logging/index.ts';
import { runInTrace } from '../../observability/index.ts';
import type { Delivery } from '../bus/contract.ts';
import type { ConsumerScope, EventConsumer, EventEnvelope } from '../contract.ts';
import { survivingTransaction } from '../surviving-transaction.ts';
import { Unreadable } from './unreadable.ts';

/** Checks version and payload; what does not fit is set aside, because trying again cannot help. */
const read = <S>(consumer: EventConsumer<S>, event: EventEnvelope): EventEnvelope => {
  const { contract } = consumer;
  if (event.version !== contract.version) {
    throw new Unreadable(
      `${event.name} arrived as version ${event.version}, but this consumer reads version ${contract.version}. Deploy a consumer that reads it, then replay.`,
    );
  }
  const parsed = contract.payload.safeParse(event.payload);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Unreadable(`The payload of ${event.name} v${event.version} does not fit its contract: ${issues}`);
  }
  return { ...event, payload: parsed.data };
};

/** One that is late cannot be stopped; its transaction ends without it. */
const inTime = <T>(ms: number, work: Promise<T>): Promise<T> =>
  failAfter(ms, work, () => new Error(`The handler took longer than ${ms} ms.`));

/** True when this consumer meets the event for the first time. A second worker waits here until the first one ends. */
const enterInbox = async (tx: Tx, delivery: Delivery, now: Date): Promise<boolean> => {
  const rows = await statement(tx)`
    insert into kit.inbox (consumer, event_id, handled_at) values (${delivery.consumer}, ${delivery.event.eventId}, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning 1`;
  return rows.length > 0;
};

/** The effect is committed by now: whatever becomes of a hint, the delivery is done. */
const runHint = async (
  hint: () => Promise<unknown>,
  consumer: string,
  timeoutMs: number,
  log: Logger,
): Promise<void> => {
  try {
    await inTime(timeoutMs, hint());
  } catch (error) {
    log.warn({ err: error, consumer }, 'A hint after an event was lost; a sweep makes up for it.');
  }
};

/** Beyond this many hints on their way a lane waits, so that a slow queue is felt instead of piling up. */
const maxHintsUnderWay = 256;
const underWay = new Set<Promise<void>>();

/** A hint is on nobody's way: the lane goes on with the next event while it runs. */
const launch = async (run: () => Promise<void>): Promise<void> => {
  const running = run().finally(() => underWay.delete(running));
  underWay.add(running);
  if (underWay.size >= maxHintsUnderWay) await Promise.race(underWay);
};

/** Starts hints of committed effects, in their order. */
export const runHints = async (
  hints: readonly { readonly consumer: string; readonly run: () => Promise<unknown> }[],
  timeoutMs: number,
  log: Logger,
): Promise<void> => {
  for (const { consumer, run } of hints) await launch(() => runHint(run, consumer, timeoutMs, log));
};

/** Lets a consumer have its effect, inside the trace of the request that caused the event. */
export const handleWithin = <S>(
  timeoutMs: number,
  consumer: EventConsumer<S>,
  delivery: Delivery,
  scope: ConsumerScope<S>,
): Promise<void> =>
  runInTrace(delivery.event.traceparent, `consume ${delivery.consumer}`, () =>
    inTime(timeoutMs, consumer.handle(read(consumer, delivery.event), scope)),
  );

/** Writes what handlers left for the end of their transaction, in the order they left it. */
export const finishWithin = async (timeoutMs: number, last: readonly (() => Promise<void>)[]): Promise<void> => {
  for (const work of last) await inTime(timeoutMs, work());
};

export interface DeliverOptions<S> {
  readonly database: Database;
  readonly services: S;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly log: Logger;
}

/**
 * Effect and inbox row in one transaction. Resolves when both are committed, or when they were before; rejects when
 * neither is.
 */
export const deliver = async <S>(
  consumer: EventConsumer<S>,
  delivery: Delivery,
  { database, services, clock, timeoutMs, log }: DeliverOptions<S>,
): Promise<void> => {
  const hints: { readonly consumer: string; readonly run: () => Promise<unknown> }[] = [];
  const afterCommit = (run: () => Promise<unknown>) => void hints.push({ consumer: delivery.consumer, run });
  const last: (() => Promise<void>)[] = [];
  const beforeCommit = (work: () => Promise<void>) => void last.push(work);
  await survivingTransaction<void, Tx>(database.transaction, async (tx) => {
    if (!(await enterInbox(tx, delivery, clock.now()))) return;
    await handleWithin(timeoutMs, consumer, delivery, { tx, services, beforeCommit, afterCommit });
    await finishWithin(timeoutMs, last);
    crashPoint('events.consumer.after-effect');
  });
  await runHints(hints, timeoutMs, log);
};
