import type postgres from 'postgres';
import { begin } from '../surviving-transaction.ts';
import type { ConsumerLag, Operator, ParkedDelivery } from './contract.ts';

interface ParkedRow extends Omit<ParkedDelivery, 'appendedAt'> {
  readonly appendedAt: string;
}

/** What waits for an operator, oldest first. */
export const listParked = async (
  client: postgres.Sql,
  consumer: string | undefined,
  limit: number,
): Promise<readonly ParkedDelivery[]> => {
  const rows = await client<ParkedRow[]>`
    select d.consumer, e.event_id as "eventId", e.name as "eventName", e.version as "eventVersion", d.aggregate_id as "aggregateId",
           d.attempts, coalesce(d.last_error, '') as error, e.appended_at as "appendedAt",
           (select count(*)::int from delivery w where w.consumer = d.consumer and w.aggregate_id = d.aggregate_id and w.state = 'open') as waiting
    from delivery d join event e on e.position = d.position
    where d.state = 'parked' and (${consumer ?? null}::text is null or d.consumer = ${consumer ?? null})
    order by d.position limit ${limit}`;
  return rows.map((row) => ({ ...row, appendedAt: new Date(row.appendedAt) }));
};

/** Opens parked deliveries again with all their attempts, and records who did it. */
export const replayParked = async (
  client: postgres.Sql,
  consumer: string,
  eventId: string | undefined,
  by: Operator,
): Promise<number> => {
  const [row] = await client<{ count: number }[]>`
    with opened as (
      update delivery d set state = 'open', attempts = 0, due_at = now()
      from event e
      where e.position = d.position and d.consumer = ${consumer} and d.state = 'parked'
        and (${eventId ?? null}::text is null or e.event_id = ${eventId ?? null})
      returning e.event_id
    ), recorded as (
      insert into intervention (action, consumer, event_id, operator) select 'replay', ${consumer}, event_id, ${by.operator} from opened
    )
    select count(*)::int as count from opened`;
  return row?.count ?? 0;
};

/** Gives one parked delivery up and records why; its aggregate goes on with the next one. */
export const skipParked = async (
  client: postgres.Sql,
  consumer: string,
  eventId: string,
  by: Operator & { readonly reason: string },
): Promise<boolean> => {
  const [row] = await client<{ count: number }[]>`
    with given_up as (
      update delivery d set state = 'skipped', closed_at = now()
      from event e
      where e.position = d.position and d.consumer = ${consumer} and d.state = 'parked' and e.event_id = ${eventId}
      returning e.event_id
    ), recorded as (
      insert into intervention (action, consumer, event_id, operator, reason)
      select 'skip', ${consumer}, event_id, ${by.operator}, ${by.reason} from given_up
    )
    select count(*)::int as count from given_up`;
  return (row?.count ?? 0) > 0;
};

/** Removes a subscription whose code is gone; what it had open is given up, on the record. */
export const retireConsumer = (
  client: postgres.Sql,
  consumer: string,
  by: Operator & { readonly reason: string },
): Promise<number> =>
  begin(client, async (tx) => {
    await tx`delete from subscription where consumer = ${consumer}`;
    const given = await tx`
      update delivery set state = 'skipped', closed_at = now(), lease = null where consumer = ${consumer} and state in ('open', 'parked')`;
    await tx`insert into intervention (action, consumer, operator, reason) values ('retire', ${consumer}, ${by.operator}, ${by.reason})`;
    return given.count;
  });

export const consumerLag = async (client: postgres.Sql): Promise<readonly ConsumerLag[]> =>
  client<ConsumerLag[]>`
    select s.consumer,
      (select count(*)::int from delivery d where d.consumer = s.consumer and d.state = 'open') as open,
      (select count(*)::int from delivery d where d.consumer = s.consumer and d.state = 'parked') as parked,
      coalesce((select extract(epoch from now() - e.appended_at)::float8 from delivery d join event e on e.position = d.position
        where d.consumer = s.consumer and d.state = 'open' order by d.position limit 1), 0) as "oldestOpenSeconds"
    from subscription s order by s.consumer`;

/** Open deliveries of a context, without those that wait behind a parked one. */
export const countPending = async (client: postgres.Sql, context: string): Promise<number> => {
  const [row] = await client<{ count: number }[]>`
    select count(*)::int as count from delivery d join subscription s on s.consumer = d.consumer
    where s.context = ${context} and d.state = 'open'
      and not exists (select 1 from delivery p where p.consumer = d.consumer and p.aggregate_id = d.aggregate_id and p.state = 'parked')`;
  return row?.count ?? 0;
};

/** Removes old events that everybody is done with, and their deliveries, a thousand at a time. */
export const pruneEvents = async (client: postgres.Sql, days: number): Promise<number> => {
  for (let removed = 0; ; ) {
    const [row] = await client<{ count: number }[]>`
      with old as (
        select position from event e
        where appended_at < now() - ${days} * interval '1 day'
          and not exists (select 1 from delivery d where d.position = e.position and d.state in ('open', 'parked'))
        order by appended_at limit 1000
      ), done as (delete from delivery where position in (select position from old)),
      gone as (delete from event where position in (select position from old) returning 1)
      select count(*)::int as count from gone`;
    const count = row?.count ?? 0;
    removed += count;
    if (count === 0) return removed;
  }
};
