import { performance } from 'node:perf_hooks';
import { sql } from 'drizzle-orm';
import { crashPoint } from '../../crash-points/index.ts';
import type { Tx } from '../../database/index.ts';
import { metrics } from '../../observability/index.ts';
import type { Delivery } from '../bus/contract.ts';
import type { EventConsumer } from '../contract.ts';
import { survivingTransaction } from '../surviving-transaction.ts';
import type { AttemptOptions } from './attempt.ts';
import { handleWithin, runHints } from './deliver.ts';

/** Deliveries of one transaction at most, and how long new ones are taken into it: its locks keep others waiting. */
const most = 32;
const openMs = 40;

const keyOf = ({ consumer, event: { eventId } }: Delivery): string => `${consumer} ${eventId}`;
const namesOf = (deliveries: readonly Delivery[]): string =>
  JSON.stringify(deliveries.map(({ consumer, event: { eventId } }) => ({ consumer, eventId })));

/**
 * Which of the deliveries took effect before. Looked up row by row: how many the list holds is not known to the planner,
 * which would rather read the whole inbox, and that grows with every event.
 */
const handledBefore = async (tx: Tx, deliveries: readonly Delivery[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.execute<{ key: string }>(sql`
    select i.key from jsonb_to_recordset(${namesOf(deliveries)}::jsonb) as d(consumer text, "eventId" text)
    cross join lateral (
      select consumer || ' ' || event_id as key from kit.inbox where consumer = d.consumer and event_id = d."eventId" limit 1
    ) i`);
  return new Set(rows.map(({ key }) => key));
};

/** No "on conflict": an event somebody else has handled meanwhile takes the whole transaction back. */
const enterInbox = async (tx: Tx, deliveries: readonly Delivery[], now: Date): Promise<void> => {
  if (deliveries.length === 0) return;
  await tx.execute(sql`
    insert into kit.inbox (consumer, event_id, handled_at)
    select consumer, "eventId", ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${namesOf(deliveries)}::jsonb) as d(consumer text, "eventId" text)`);
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
  bundle: readonly Bundled<S>[],
  options: AttemptOptions<S>,
  mayGoOn: () => boolean,
): Promise<readonly Delivery[]> => {
  const { database, services, clock, settings, log, context } = options;
  const taken = bundle.slice(0, most);
  const done: Delivery[] = [];
  const hints: { readonly consumer: string; readonly run: () => Promise<unknown> }[] = [];
  const spent = new Map<Delivery, number>();
  const begun = performance.now();
  await survivingTransaction<void, Tx>(database.transaction, async (tx) => {
    const before = await handledBefore(
      tx,
      taken.map(({ delivery }) => delivery),
    );
    const fresh: Delivery[] = [];
    for (const { consumer, delivery } of taken) {
      if (done.length > 0 && (!mayGoOn() || performance.now() - begun > openMs)) break;
      done.push(delivery);
      if (before.has(keyOf(delivery))) continue;
      const started = performance.now();
      const afterCommit = (run: () => Promise<unknown>) => void hints.push({ consumer: delivery.consumer, run });
      await handleWithin(settings.handlerTimeoutMs, consumer, delivery, { tx, services, afterCommit });
      spent.set(delivery, performance.now() - started);
      fresh.push(delivery);
    }
    await enterInbox(tx, fresh, clock.now());
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
