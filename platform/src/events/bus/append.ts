import type postgres from 'postgres';
import type { EventEnvelope } from '../contract.ts';
import { begin } from '../surviving-transaction.ts';
import type { Subscription } from './contract.ts';

/** Held shared by appends and exclusively by registration, so no event slips between "known" and "backfilled". */
const registrationLock = 'vitrina.bus.registration';

/**
 * Events and their deliveries in one statement. Positions follow the order given; an event the bus already has
 * produces nothing. Answers the contexts that got deliveries.
 */
export const appendEvents = async (
  client: postgres.Sql,
  events: readonly EventEnvelope[],
): Promise<readonly string[]> => {
  const facts = JSON.stringify(events);
  const rows = await begin(client, async (tx) => {
    // Sent together, run one after the other.
    const lock = tx`select pg_advisory_xact_lock_shared(hashtext(${registrationLock}))`;
    const appended = tx<{ context: string }[]>`
      with arrived as (
        insert into event (event_id, name, version, aggregate_id, aggregate_version, payload, traceparent, occurred_at)
        select fact->>'eventId', fact->>'name', (fact->>'version')::int, fact->>'aggregateId',
               (fact->>'aggregateVersion')::bigint, fact->'payload', fact->>'traceparent', (fact->>'occurredAt')::timestamptz
        from jsonb_array_elements(${facts}::jsonb) with ordinality as given(fact, nth)
        order by nth
        on conflict (event_id) do nothing
        returning position, name, aggregate_id
      ), opened as (
        insert into delivery (consumer, position, aggregate_id)
        select s.consumer, a.position, a.aggregate_id from arrived a join subscription s on s.event_name = a.name
        returning consumer
      )
      select distinct s.context from opened o join subscription s on s.consumer = o.consumer`;
    return (await Promise.all([lock, appended]))[1];
  });
  return rows.map((row) => row.context);
};

/** Makes subscriptions known and opens what is retained for the new ones, oldest first. */
export const registerSubscriptions = async (
  client: postgres.Sql,
  context: string,
  subscriptions: readonly Subscription[],
): Promise<void> => {
  if (subscriptions.length === 0) return;
  const wanted = JSON.stringify(subscriptions);
  const [missing] = await client<{ count: number }[]>`
    select count(*)::int as count from jsonb_to_recordset(${wanted}::jsonb) as w("consumer" text, "eventName" text)
    where not exists (select 1 from subscription s where s.consumer = w."consumer" and s.event_name = w."eventName" and s.context = ${context})`;
  if (missing?.count === 0) return;
  await begin(client, async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext(${registrationLock}))`;
    await tx`
      insert into subscription (consumer, context, event_name)
      select w."consumer", ${context}, w."eventName" from jsonb_to_recordset(${wanted}::jsonb) as w("consumer" text, "eventName" text)
      on conflict (consumer) do update set context = excluded.context, event_name = excluded.event_name`;
    await tx`
      insert into delivery (consumer, position, aggregate_id)
      select w."consumer", e.position, e.aggregate_id
      from jsonb_to_recordset(${wanted}::jsonb) as w("consumer" text, "eventName" text)
      join event e on e.name = w."eventName"
      order by e.position
      on conflict (consumer, position) do nothing`;
  });
};
