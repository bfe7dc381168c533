import { performance } from 'node:perf_hooks';
import { crashPoint } from '../../crash-points/index.ts';
import { statement, type Tx } from '../../database/index.ts';
import { metrics } from '../../observability/index.ts';
import type { Delivery } from '../bus/contract.ts';
import type { EventConsumer } from '../contract.ts';
import { survivingTransaction } from '../surviving-transaction.ts';
import type { AttemptOptions } from './attempt.ts';
import { finishWithin, handleWithin, runHints } from './deliver.ts';

/** How long new deliveries are taken into a transaction: its locks keep others waiting. */
const openMs = 80;

/** Deliveries of one transaction: at first, and at most. */
const roomAtFirst = 16;
const mostRoom = 32;

/** How many deliveries are worth entering into the inbox at once: what does not fit has to be taken back out of it. */
export const createRoom = () => {
  let room = roomAtFirst;
  return {
    size: (): number => room,
    /** So many of those that were taken went through: no more are taken next time, or twice as many when all did. */
    fitted: (count: number, taken: number): void => {
      room = count < taken ? Math.max(1, count) : Math.max(room, Math.min(mostRoom, 2 * count));
    },
  };
};

const keyOf = ({ consumer, event: { eventId } }: Delivery): string => `${consumer} ${eventId}`;
const namesOf = (deliveries: readonly Delivery[]): string =>
  JSON.stringify(deliveries.map(({ consumer, event: { eventId } }) => ({ consumer, eventId })));

/**
 * Enters deliveries into the inbox and answers those that are new; the others took effect before. Comes before the
 * effects, so that a second worker which was given the same delivery waits here until the first one's transaction ends.
 */
const enterInbox = async (tx: Tx, deliveries: readonly Delivery[], now: Date): Promise<ReadonlySet<string>> => {
  const rows = await statement<{ key: string }>(tx)`
    insert into kit.inbox (consumer, event_id, handled_at)
    select consumer, "eventId", ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${namesOf(deliveries)}::jsonb) as d(consumer text, "eventId" text)
    on conflict do nothing returning consumer || ' ' || event_id as key`;
  return new Set(rows.map(({ key }) => key));
};

/** Takes back what was entered and did not fit into the transaction. */
const leaveInbox = async (tx: Tx, deliveries: readonly Delivery[]): Promise<void> => {
  if (deliveries.length === 0) return;
  await statement(tx)`
    delete from kit.inbox i using jsonb_to_recordset(${namesOf(deliveries)}::jsonb) as d(consumer text, "eventId" text)
    where i.consumer = d.consumer and i.event_id = d."eventId"`;
};

/** One delivery of a bundle, with the consumer it is for. */
export interface Bundled<S> {
  readonly consumer: EventConsumer<S>;
  readonly delivery: Delivery;
}

/**
 * Effects and inbox rows of several deliveries in one transaction, in the order given: one commit instead of many. As
 * with a single delivery, an effect is committed exactly when its inbox row is. Resolves with those that are done, which
 * are the first ones; the rest did not fit. Rejects when one of them failed: then none took effect, and each has to be
 * tried by itself, so that the one that fails is the one that waits.
 */
export const deliverTogether = async <S>(
  taken: readonly Bundled<S>[],
  options: AttemptOptions<S>,
  mayGoOn: () => boolean,
): Promise<readonly Delivery[]> => {
  const { database, services, clock, settings, log, context } = options;
  const done: Delivery[] = [];
  const hints: { readonly consumer: string; readonly run: () => Promise<unknown> }[] = [];
  const last: (() => Promise<void>)[] = [];
  const beforeCommit = (work: () => Promise<void>) => void last.push(work);
  const spent = new Map<Delivery, number>();
  const begun = performance.now();
  await survivingTransaction<void, Tx>(database.transaction, async (tx) => {
    const deliveries = taken.map(({ delivery }) => delivery);
    const fresh = await enterInbox(tx, deliveries, clock.now());
    const opened = performance.now();
    for (const { consumer, delivery } of taken) {
      if (done.length > 0 && (!mayGoOn() || performance.now() - opened > openMs)) break;
      done.push(delivery);
      if (!fresh.has(keyOf(delivery))) continue;
      const started = performance.now();
      const afterCommit = (run: () => Promise<unknown>) => void hints.push({ consumer: delivery.consumer, run });
      await handleWithin(settings.handlerTimeoutMs, consumer, delivery, { tx, services, beforeCommit, afterCommit });
      spent.set(delivery, performance.now() - started);
    }
    await finishWithin(settings.handlerTimeoutMs, last);
    await leaveInbox(
      tx,
      deliveries.slice(done.length).filter((delivery) => fresh.has(keyOf(delivery))),
    );
    crashPoint('events.consumer.after-effect');
  });
  const commitMs = (performance.now() - begun) / Math.max(1, done.length);
  for (const { consumer, delivery } of taken.slice(0, done.length)) {
    const labels = { context, consumer: consumer.name };
    const lagMs = clock.now().getTime() - delivery.event.occurredAt.getTime();
    metrics.eventLagSeconds.observe(labels, Math.max(0, lagMs) / 1_000);
    metrics.eventDeliverySeconds.observe({ ...labels, outcome: 'done' }, (spent.get(delivery) ?? commitMs) / 1_000);
  }
  await runHints(hints, settings.handlerTimeoutMs, log);
  return done;
};
