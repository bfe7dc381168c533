import type { Database, Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { WebhookSubject } from '../domain/provider.ts';
import type { Standing } from '../domain/webhook.ts';

/** An event as its row is written. */
export interface InboxEntry {
  readonly eventId: string;
  readonly type: string;
  readonly subject: WebhookSubject | null;
  readonly state: 'APPLIED' | 'IGNORED' | 'WAITING';
  readonly nextAttemptAt: Date | null;
}

/** An event that waits, with how often it was looked at. */
export interface WaitingEvent {
  readonly eventId: string;
  readonly subject: WebhookSubject;
  readonly attempts: number;
}

/** What a look at an event ends with. */
export interface InboxVerdict {
  readonly eventId: string;
  readonly state: 'APPLIED' | 'IGNORED' | 'WAITING';
  readonly nextAttemptAt: Date | null;
}

interface StandingRow extends Standing, Record<string, unknown> {
  readonly eventId: string;
}

/** Ids an event names, as columns. */
interface Named {
  readonly eventId: string;
  readonly paymentId?: string | null;
  readonly intentId?: string;
  readonly refundId?: string | null;
  readonly providerRefundId?: string;
}

const named = (events: readonly { readonly eventId: string; readonly subject: WebhookSubject | null }[]): Named[] =>
  events.flatMap(({ eventId, subject }): Named[] => {
    if (!subject) return [];
    if (subject.kind === 'intent') return [{ eventId, paymentId: subject.paymentId, intentId: subject.intentId }];
    return [{ eventId, refundId: subject.refundId, providerRefundId: subject.providerRefundId }];
  });

/**
 * Where the payments and refunds stand that events are about, in one statement; events about unknown ones are missing.
 * By the provider's id once we know it, and by our own, which the object carries, when the event overtook that answer.
 * The fee's entry is asked for as a value: for an `exists` the planner reads the whole ledger.
 */
export const readStandings = async (
  { sql: client }: Database,
  provider: string,
  events: readonly { readonly eventId: string; readonly subject: WebhookSubject | null }[],
  now: Date,
): Promise<ReadonlyMap<string, Standing>> => {
  const wanted = named(events);
  if (wanted.length === 0) return new Map();
  const rows = await client<StandingRow[]>`
    select g."eventId", p.id as "paymentId", p.state, r.state as "refundState",
      exists (select 1 from provider_call c where c.payment_id = p.id and c.state = 'OPEN' and c.leased_until > ${now.toISOString()}::timestamptz) as "isBeingAsked",
      not p.save_method and (p.state <> 'CAPTURED' or (select true from ledger_transaction t where t.source = 'fee:' || p.id) is true) as "isFullyKnown"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as g("eventId" text, "paymentId" text, "intentId" text, "refundId" text, "providerRefundId" text)
    left join lateral (
      select id, payment_id, state from refund where id = g."refundId"
      union all
      select id, payment_id, state from refund where g."refundId" is null and provider_refund_id = g."providerRefundId"
    ) r on true
    join lateral (
      select * from payment where id = coalesce(r.payment_id, g."paymentId")
      union all
      select * from payment where coalesce(r.payment_id, g."paymentId") is null and provider_intent_id = g."intentId"
    ) p on p.provider = ${provider}`;
  return new Map(rows.map(({ eventId, ...standing }) => [eventId, standing]));
};

/** Takes events in with what was decided about them; answers those that are new. */
export const insertWebhooks = async (
  { sql: client }: Database,
  provider: string,
  entries: readonly InboxEntry[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const rows = await client<{ eventId: string }[]>`
    insert into webhook_inbox (provider, event_id, type, state, subject, received_at, next_attempt_at)
    select ${provider}, g."eventId", g.type, g.state, coalesce(g.subject, '{}'), ${now.toISOString()}::timestamptz, g."nextAttemptAt"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as g("eventId" text, type text, state text, subject jsonb, "nextAttemptAt" timestamptz)
    order by g."eventId"
    on conflict do nothing returning event_id as "eventId"`;
  return new Set(rows.map(({ eventId }) => eventId));
};

/** Events whose next look is due, the longest due first. */
export const dueWebhooks = ({ sql: client }: Database, provider: string, now: Date, limit: number) =>
  client<WaitingEvent[]>`
    select event_id as "eventId", subject, attempts from webhook_inbox
    where provider = ${provider} and state = 'WAITING' and next_attempt_at <= ${now.toISOString()}::timestamptz
    order by next_attempt_at limit ${limit}`;

/** Locks those of the events that still wait: what another process has dealt with meanwhile is not dealt with twice. */
export const lockWaiting = async (
  executor: Executor,
  provider: string,
  eventIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await executor.execute<{ event_id: string }>(sql`
    select event_id from webhook_inbox
    where provider = ${provider} and event_id in (select jsonb_array_elements_text(${JSON.stringify(eventIds)}::jsonb)) and state = 'WAITING'
    order by event_id for update`);
  return new Set(rows.map((row) => row.event_id));
};

/** Writes what a look at waiting events ended with; each look counts. Rows are locked in the order `lockWaiting` takes. */
export const closeWebhooks = async (
  executor: Executor,
  provider: string,
  verdicts: readonly InboxVerdict[],
): Promise<void> => {
  if (verdicts.length === 0) return;
  await executor.execute(sql`
    update webhook_inbox w set state = v.state, attempts = w.attempts + 1, next_attempt_at = v."nextAttemptAt"
    from (
      select i.event_id, given.state, given."nextAttemptAt"
      from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as given("eventId" text, state text, "nextAttemptAt" timestamptz)
      join webhook_inbox i on i.provider = ${provider} and i.event_id = given."eventId"
      where i.state = 'WAITING' order by i.event_id for update of i
    ) v
    where w.provider = ${provider} and w.event_id = v.event_id`);
};

/** Forgets events that are dealt with and came before `instant`, at most `limit` at a time; tells how many. */
export const forgetWebhooks = async ({ sql: client }: Database, instant: Date, limit: number): Promise<number> => {
  const rows = await client`
    delete from webhook_inbox where ctid = any(array(
      select ctid from webhook_inbox where state <> 'WAITING' and received_at < ${instant.toISOString()}::timestamptz limit ${limit}
    )) returning 1`;
  return rows.length;
};
