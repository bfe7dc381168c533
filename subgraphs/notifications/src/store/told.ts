import type { Tx } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';

/** A message in the app before it has its place in the person's sequence. */
export interface NewNotification {
  readonly id: string;
  readonly userId: string;
  readonly category: string;
  readonly kind: string;
  readonly params: object;
  readonly subjectId: string | null;
  readonly eventId: string;
}

/** A workflow that begins. */
export interface NewRun {
  readonly id: string;
  readonly workflow: string;
  readonly recipientId: string;
  readonly category: string;
  readonly key: string | null;
  readonly params: object;
  readonly subjectId: string | null;
  readonly eventId: string;
  /** Cancelled before it was written: it is kept with its steps, none of which is done. */
  readonly isOver: boolean;
}

/** One of a run's first steps. */
export interface NewStep {
  readonly id: string;
  readonly runId: string;
  readonly position: number;
  readonly type: string;
  readonly lane: number;
  readonly inSeconds: number;
  /** Channels it could end in; when the recipient has and wants none of them, it is left out. */
  readonly ways: readonly { readonly channel: string; readonly byDefault: boolean }[] | null;
  /** For a digest: what it gathers by, and the id of the digest should this step open one. */
  readonly digestKey: string | null;
  readonly digestId: string | null;
}

export interface NewTold {
  readonly notifications: readonly NewNotification[];
  readonly runs: readonly NewRun[];
  readonly steps: readonly NewStep[];
}

const rowsOf = (rows: readonly object[]): SQL => sql`${JSON.stringify(rows)}::jsonb`;

/** What a person chose, looked up for each: a planner that knows no counts would read everybody's choices for a few people. */
const choicesOf = (userId: SQL): SQL => sql`
  left join lateral (select choices from preference where user_id = ${userId} offset 0) p on true`;

/**
 * Places messages in their persons' sequences. Messages of a category that a person switched off in the app are left out
 * before anything is counted. `sequence` is a person's own, so it has no gaps.
 */
const placed = (notifications: readonly NewNotification[], at: string): SQL => sql`
  told as materialized (
    select t.*, row_number() over (partition by t."userId" order by t.place)::int as nth,
      count(*) over (partition by t."userId")::int as total
    from jsonb_to_recordset(${rowsOf(notifications.map((row, place) => ({ ...row, place })))})
      as t(id text, "userId" text, category text, kind text, params jsonb, "subjectId" text, "eventId" text, place int)
    ${choicesOf(sql`t."userId"`)}
    where coalesce((p.choices ->> (t.category || ':IN_APP'))::boolean, true)
  ), grown as (
    insert into feed (user_id, last_sequence) select "userId", total from told where nth = 1 order by "userId" collate "C"
    on conflict (user_id) do update set last_sequence = feed.last_sequence + excluded.last_sequence
    returning user_id, last_sequence
  ), placed as (
    insert into notification (id, user_id, sequence, category, kind, params, subject_id, event_id, created_at)
    select id, "userId", last_sequence - total + nth, category, kind, params, "subjectId", "eventId", ${at}::timestamptz
    from told join grown on user_id = "userId"
    returning id
  )`;

/** Steps that lead somewhere: without ways to check, or with one the recipient has and wants. */
const kept = (steps: readonly NewStep[]): SQL => sql`
  kept as materialized (
    select s.*, r."recipientId", r.workflow, r."isOver"
    from jsonb_to_recordset(${rowsOf(steps)}) as s(id text, "runId" text, position int, type text, lane int,
      "inSeconds" int, ways jsonb, "digestKey" text, "digestId" text)
    join started r on r.id = s."runId"
    ${choicesOf(sql`r."recipientId"`)}
    where coalesce(jsonb_typeof(s.ways), 'null') = 'null' or exists (
      select from jsonb_to_recordset(s.ways) as w(channel text, "byDefault" boolean)
      where coalesce((p.choices ->> (r.category || ':' || w.channel))::boolean, w."byDefault") and (w.channel = 'EMAIL'
        or exists (select from contact_point c where c.user_id = r."recipientId" and c.channel = w.channel
          and c.confirmed_at is not null)))
  )`;

/** Joins the open digest of a key or opens one. Its row is locked until the transaction ends, so none closes in between. */
const gathered = (at: string): SQL => sql`
  gathered as (
    insert into digest (id, recipient_id, workflow, key, opens_at, closes_at, state, events)
    select min("digestId" collate "C"), "recipientId", workflow, "digestKey", ${at}::timestamptz,
      ${at}::timestamptz + make_interval(secs => min("inSeconds")), 'OPEN', count(*)
    from kept where "digestKey" is not null and not "isOver"
    group by "recipientId", workflow, "digestKey" order by "recipientId" collate "C", workflow, "digestKey"
    on conflict (recipient_id, workflow, key) where state = 'OPEN' do update set events = digest.events + excluded.events
    returning id, recipient_id, workflow, key
  ), joined as (
    select k."runId", k."digestId" as own, g.id as "digestId" from kept k
    join gathered g on g.recipient_id = k."recipientId" and g.workflow = k.workflow and g.key = k."digestKey"
    where not k."isOver"
  )`;

/**
 * Writes messages in the app, runs and their first steps in one statement. A person's feed row is locked until the
 * transaction ends, which makes the order of sequences the order of commits; feeds and digests are taken in sorted order,
 * so that two events that tell the same people do not wait for each other in a circle.
 */
export const insertTold = async (tx: Tx, { notifications, runs, steps }: NewTold, now: Date): Promise<void> => {
  if (notifications.length === 0 && runs.length === 0) return;
  const at = now.toISOString();
  await tx.execute(sql`
    with ${placed(notifications, at)}, started as materialized (
      select * from jsonb_to_recordset(${rowsOf(runs)}) as r(id text, workflow text, "recipientId" text, category text,
        key text, params jsonb, "subjectId" text, "eventId" text, "isOver" boolean)
    ), ${kept(steps)}, ${gathered(at)}, runs as (
      insert into workflow_run (id, workflow, recipient_id, category, key, params, subject_id, event_id, state, digest_id, created_at)
      select r.id, r.workflow, r."recipientId", r.category, r.key, r.params, r."subjectId", r."eventId",
        case when r."isOver" then 'CANCELLED' when j.own <> j."digestId" then 'DIGESTED' else 'STARTED' end, j."digestId", ${at}::timestamptz
      from started r left join joined j on j."runId" = r.id
    )
    insert into step (id, run_id, position, type, state, lane, due_at, created_at, settled_at)
    select k.id, k."runId", k.position, k.type, case when k."isOver" then 'CANCELLED' else 'PENDING' end, k.lane,
      ${at}::timestamptz + make_interval(secs => k."inSeconds"), ${at}::timestamptz,
      case when k."isOver" then ${at}::timestamptz end
    from kept k left join joined j on j."runId" = k."runId"
    where k."digestKey" is null or k."isOver" or j.own = j."digestId"`);
};

/** Places messages whose time came later, within the transaction that settles their steps. */
export const insertNotifications = async (
  tx: Tx,
  notifications: readonly NewNotification[],
  now: Date,
): Promise<void> => {
  if (notifications.length === 0) return;
  await tx.execute(sql`with ${placed(notifications, now.toISOString())} select count(*) from placed`);
};
