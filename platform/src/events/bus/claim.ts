import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { begin } from '../surviving-transaction.ts';
import type { ClaimRequest, Delivery, RetryAfter } from './contract.ts';

interface ClaimedRow {
  readonly consumer: string;
  readonly position: string;
  readonly attempts: number;
  readonly event_id: string;
  readonly name: string;
  readonly version: number;
  readonly aggregate_id: string;
  readonly aggregate_version: string;
  readonly payload: unknown;
  readonly traceparent: string | null;
  readonly occurred_at: string;
}

const deliveryOf = (row: ClaimedRow, lease: string): Delivery => ({
  consumer: row.consumer,
  position: row.position,
  lease,
  attempts: row.attempts,
  event: {
    eventId: row.event_id,
    name: row.name,
    version: row.version,
    aggregateId: row.aggregate_id,
    aggregateVersion: Number(row.aggregate_version),
    occurredAt: new Date(row.occurred_at),
    payload: row.payload,
    traceparent: row.traceparent ?? undefined,
  },
});

/**
 * Takes the oldest deliveries whose aggregate nobody holds, waits for or parked. Because several deliveries of one
 * aggregate may come together (which keeps a busy aggregate fast), two claims of one context must not look at the same
 * time: the second would see the aggregate's later deliveries as free. They take turns on an advisory lock, taken in a
 * statement of its own so that the claim's snapshot is younger than the previous claim's commit.
 *
 * The oldest are looked for per consumer, each along its own index: one ordered search over all consumers would sort the
 * whole backlog at every claim. What is not due is not filtered there but excluded with its aggregate, and `is true`
 * keeps the last check off the index: before the first `analyze` the planner would choose the index by due time and sort.
 */
export const claimDeliveries = async (client: postgres.Sql, request: ClaimRequest): Promise<readonly Delivery[]> => {
  const lease = randomUUID();
  const consumers = [...request.consumers];
  const rows = await begin(client, async (tx) => {
    // Sent together, run one after the other.
    const turn = tx`select pg_advisory_xact_lock(hashtext(${`vitrina.bus.claim.${request.context}`}))`;
    const claimed = tx<ClaimedRow[]>`
      with busy as materialized (
        select consumer, aggregate_id from delivery where consumer = any(${consumers}) and state = 'open' and due_at > now()
        union
        select consumer, aggregate_id from delivery where consumer = any(${consumers}) and state = 'parked'
      ), oldest as (
        select one.consumer, one.position from unnest(${consumers}::text[]) as mine(consumer)
        cross join lateral (
          select d.consumer, d.position from delivery d
          where d.consumer = mine.consumer and d.state = 'open'
            and not exists (select 1 from busy b where b.consumer = d.consumer and b.aggregate_id = d.aggregate_id)
          order by d.position limit ${request.limit}
        ) one
        order by one.position limit ${request.limit}
      ), free as (
        select d.consumer, d.position from delivery d join oldest o on o.consumer = d.consumer and o.position = d.position
        where d.state = 'open' and (d.due_at <= now()) is true
        for update of d skip locked
      ), held as (
        update delivery d set lease = ${lease}, due_at = now() + ${request.leaseMs} * interval '1 millisecond'
        from free f where d.consumer = f.consumer and d.position = f.position
        returning d.consumer, d.position, d.attempts
      )
      select h.consumer, h.position, h.attempts, e.event_id, e.name, e.version, e.aggregate_id, e.aggregate_version,
             e.payload, e.traceparent, e.occurred_at
      from held h join event e on e.position = h.position
      order by h.position`;
    return (await Promise.all([turn, claimed]))[1];
  });
  return rows.map((row) => deliveryOf(row, lease));
};

const byPlace = (a: Delivery, b: Delivery): number =>
  a.consumer === b.consumer ? Number(BigInt(a.position) - BigInt(b.position)) : a.consumer < b.consumer ? -1 : 1;

/**
 * The deliveries a statement is about, as one JSON parameter. Always in one order: a renewal and a closing of the same
 * deliveries, each on a connection of its own, would wait for each other.
 */
const held = (deliveries: readonly Delivery[]): string =>
  JSON.stringify(deliveries.toSorted(byPlace).map(({ consumer, position, lease }) => ({ consumer, position, lease })));

export const closeDeliveries = async (client: postgres.Sql, deliveries: readonly Delivery[]): Promise<void> => {
  await client`
    update delivery d set state = 'closed', closed_at = now(), lease = null
    from jsonb_to_recordset(${held(deliveries)}::jsonb) as h(consumer text, position bigint, lease text)
    where d.consumer = h.consumer and d.position = h.position and d.lease = h.lease and d.state = 'open'`;
};

export const releaseDeliveries = async (client: postgres.Sql, deliveries: readonly Delivery[]): Promise<void> => {
  await client`
    update delivery d set due_at = now(), lease = null
    from jsonb_to_recordset(${held(deliveries)}::jsonb) as h(consumer text, position bigint, lease text)
    where d.consumer = h.consumer and d.position = h.position and d.lease = h.lease and d.state = 'open'`;
};

export const extendLeases = async (
  client: postgres.Sql,
  deliveries: readonly Delivery[],
  leaseMs: number,
): Promise<void> => {
  await client`
    update delivery d set due_at = now() + ${leaseMs} * interval '1 millisecond'
    from jsonb_to_recordset(${held(deliveries)}::jsonb) as h(consumer text, position bigint, lease text)
    where d.consumer = h.consumer and d.position = h.position and d.lease = h.lease and d.state = 'open'`;
};

export const retryDelivery = async (client: postgres.Sql, delivery: Delivery, after: RetryAfter): Promise<void> => {
  await client`
    update delivery set due_at = now() + ${after.delayMs} * interval '1 millisecond', lease = null,
      attempts = attempts + ${after.counts ? 1 : 0}, last_error = ${after.error}
    where consumer = ${delivery.consumer} and position = ${delivery.position} and lease = ${delivery.lease} and state = 'open'`;
};

export const parkDelivery = async (client: postgres.Sql, delivery: Delivery, error: string): Promise<void> => {
  await client`
    update delivery set state = 'parked', lease = null, attempts = attempts + 1, last_error = ${error}
    where consumer = ${delivery.consumer} and position = ${delivery.position} and lease = ${delivery.lease} and state = 'open'`;
};
