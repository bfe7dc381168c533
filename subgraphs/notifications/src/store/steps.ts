import type { Executor } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import type { Params } from '../domain/message.ts';
import type { StepType } from '../domain/workflow/plan.ts';

/** A step a worker took, with the run it belongs to. */
export interface ClaimedStep {
  readonly id: string;
  readonly runId: string;
  readonly position: number;
  readonly type: StepType;
  readonly claims: number;
  /** Tries that were answered, and this one. */
  readonly attempts: number;
  /** Tries that were cut off: their worker was killed before it could say what became of them. */
  readonly lost: number;
  readonly lastError: string | null;
  /** A try before this one may have reached the person. */
  readonly inDoubt: boolean;
  readonly workflow: string;
  readonly recipientId: string;
  readonly key: string | null;
  readonly params: Params;
  readonly subjectId: string | null;
  readonly eventId: string;
  readonly digestId: string | null;
}

/** How long steps are left to the worker that claimed them, and how many are taken. */
export interface Claim {
  readonly now: Date;
  readonly until: Date;
  readonly limit: number;
}

/**
 * Takes steps that are due for this worker and gives them in the order they are to be done: mandatory messages first, then
 * those that wait longest. What another worker is claiming at this moment is passed over; what it claimed before is not due
 * until its lease ends. A step that is still held then was lost with its worker, which is no refusal of a provider's.
 */
export const claimDue = async (on: Executor, { now, until, limit }: Claim): Promise<ClaimedStep[]> => {
  const rows = await on.execute<Record<string, unknown>>(sql`
    with due as materialized (
      select id, lane, due_at from step where state = 'PENDING' and due_at <= ${now.toISOString()}::timestamptz
      order by lane, due_at limit ${limit} for update skip locked
    ), claimed as (
      update step s set claims = s.claims + 1, attempts = s.attempts + (not s.held)::int, lost = s.lost + s.held::int,
        held = true, due_at = ${until.toISOString()}::timestamptz
      from due where s.id = due.id
      returning s.id, s.run_id, s.position, s.type, s.claims, s.attempts, s.lost, s.last_error, s.in_doubt, due.lane, due.due_at
    )
    select s.id, s.run_id as "runId", s.position, s.type, s.claims, s.attempts, s.lost, s.last_error as "lastError",
      s.in_doubt as "inDoubt", r.workflow, r.recipient_id as "recipientId", r.key, r.params, r.subject_id as "subjectId",
      r.event_id as "eventId", r.digest_id as "digestId"
    from claimed s join workflow_run r on r.id = s.run_id order by s.lane, s.due_at, s.id`);
  return [...rows] as unknown as ClaimedStep[];
};

export type StepState = 'PENDING' | 'SENT' | 'DONE' | 'SKIPPED' | 'FELL_BACK' | 'FAILED' | 'UNCERTAIN' | 'CANCELLED';

/** What became of one claim. */
export interface Settled {
  readonly id: string;
  readonly claims: number;
  readonly state: StepState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  readonly lastError: string | null;
  readonly inDoubt: boolean;
}

/** One answer of a provider. */
export interface NewTry {
  readonly stepId: string;
  readonly number: number;
  readonly outcome: string;
  readonly code: string | null;
  readonly providerId: string | null;
  readonly nextTryAt: Date | null;
}

/** A step that begins because the one before it ended. */
export interface FollowingStep {
  readonly after: string;
  readonly id: string;
  readonly position: number;
  readonly type: StepType;
  readonly lane: number;
  /** PENDING, or what it ended in at once: a channel that could not be used either. */
  readonly state: StepState;
  readonly lastError: string | null;
  readonly dueAt: Date;
  /** 1 when the worker that writes it goes on with it itself: `dueAt` is the end of its claim then, else 0. */
  readonly claims: 0 | 1;
}

export interface Settlement {
  readonly settled: readonly Settled[];
  readonly tries: readonly NewTry[];
  readonly following: readonly FollowingStep[];
}

const rowsOf = (rows: readonly object[]): SQL => sql`${JSON.stringify(rows)}::jsonb`;

/**
 * Writes what became of claims, what providers answered, and the steps that begin, in one statement: all of it or none.
 * Only claims that are still the worker's own count. Where the run was cancelled meanwhile nothing follows and nothing is
 * tried again, and what a provider was given by then ends as it answered: SENT, UNCERTAIN where it may have taken it, and
 * CANCELLED where it certainly did not. Closing a digest takes it out of reach of what comes from now on. Steps are locked
 * in the order of their ids, as all who lock several do, and digests in the order in which those who join them lock them.
 * Gives the ids of those that ended as they are told here, and of the steps that follow.
 */
export const settleSteps = async (
  on: Executor,
  { settled, tries, following }: Settlement,
  now: Date,
): Promise<ReadonlySet<string>> => {
  const at = now.toISOString();
  const rows = await on.execute<{ id: string }>(sql`
    with told as materialized (
      select * from jsonb_to_recordset(${rowsOf(settled)}) as s(id text, claims int, state text, attempts int,
        "dueAt" timestamptz, "settledAt" timestamptz, "lastError" text, "inDoubt" boolean)
    ), own as materialized (
      select s.id, s.state <> 'PENDING' or r.state = 'CANCELLED' as is_over, s.in_doubt as handed
      from told t join step s on s.id = t.id and s.claims = t.claims join workflow_run r on r.id = s.run_id
      where s.state = 'PENDING' or (s.state = 'UNCERTAIN' and s.held)
      order by s.id collate "C" for no key update of s
    ), ended as materialized (
      select t.*, case when not own.is_over or (t.state = 'SENT' and own.handed) then t.state
        when t."inDoubt" then 'UNCERTAIN' else 'CANCELLED' end as "endState"
      from told t join own on own.id = t.id
    ), settled as (
      update step set state = e."endState", attempts = e.attempts, due_at = e."dueAt", held = false, in_doubt = e."inDoubt",
        settled_at = case when e."endState" <> 'PENDING' then coalesce(e."settledAt", ${at}::timestamptz) end,
        last_error = e."lastError"
      from ended e where step.id = e.id
      returning step.id, step.run_id, step.type, step.state, step.due_at, step.state = e.state as "asTold"
    ), tries as (
      insert into step_try (step_id, number, at, outcome, code, provider_id, next_try_at)
      select t."stepId", t.number, ${at}::timestamptz, t.outcome, t.code, t."providerId",
        case when settled.state = 'PENDING' then t."nextTryAt" end
      from jsonb_to_recordset(${rowsOf(tries)}) as t("stepId" text, number int, outcome text, code text,
        "providerId" text, "nextTryAt" timestamptz)
      join settled on settled.id = t."stepId"
      on conflict (step_id, number) do update set at = excluded.at, outcome = excluded.outcome, code = excluded.code,
        provider_id = excluded.provider_id, next_try_at = excluded.next_try_at
    ), closing as materialized (
      select d.id, s.state, s.due_at from settled s join workflow_run r on r.id = s.run_id join digest d on d.id = r.digest_id
      where s.type = 'DIGEST' order by d.recipient_id collate "C", d.workflow, d.key for no key update of d
    ), digests as (
      update digest d set state = case when c.state = 'PENDING' then d.state else 'CLOSED' end, closes_at = greatest(
        d.closes_at, case when c.state = 'PENDING' then c.due_at else ${at}::timestamptz end)
      from closing c where d.id = c.id
    ), following as (
      insert into step (id, run_id, position, type, state, lane, due_at, created_at, claims, attempts, held, last_error, settled_at)
      select f.id, s.run_id, f.position, f.type, f.state, f.lane, f."dueAt", ${at}::timestamptz, f.claims, f.claims,
        f.claims = 1, f."lastError", case when f.state = 'PENDING' then null else ${at}::timestamptz end
      from jsonb_to_recordset(${rowsOf(following)}) as f("after" text, id text, position int, type text, lane int,
        state text, "lastError" text, "dueAt" timestamptz, claims int)
      join settled s on s.id = f."after" and s."asTold" join workflow_run r on r.id = s.run_id and r.state <> 'CANCELLED'
      on conflict (run_id, position, type) do nothing
      returning id
    )
    select id from settled where "asTold" union all select id from following`);
  return new Set([...rows].map(({ id }) => id));
};

/**
 * Claims the hand-over of steps to providers, which is the last moment at which they can be cancelled. Whoever comes after a
 * worker that died from here on knows that they may have arrived, and so does who cancels. Gives the ids of those that are still the worker's to send: neither cancelled since they were
 * claimed, or with their run while they were being written, nor claimed by another worker, which a slow one must not send
 * before.
 */
export const markHanded = async (
  on: Executor,
  steps: readonly Pick<ClaimedStep, 'id' | 'claims'>[],
): Promise<ReadonlySet<string>> => {
  const rows = await on.execute<{ id: string }>(sql`
    with own as materialized (
      select s.id from jsonb_to_recordset(${rowsOf(steps.map(({ id, claims }) => ({ id, claims })))}) as h(id text, claims int)
      join step s on s.id = h.id and s.claims = h.claims
      join workflow_run r on r.id = s.run_id and r.state <> 'CANCELLED'
      where s.state = 'PENDING'
      order by s.id collate "C" for no key update of s
    )
    update step set in_doubt = true from own where step.id = own.id returning step.id`);
  return new Set([...rows].map(({ id }) => id));
};

/** Whose steps end before they begin: runs of one workflow about one thing. */
export interface Cancel {
  readonly workflow: string;
  readonly key: string;
}

/**
 * Cancels what still waits of runs. What a worker has claimed by then is not sent either (see `markHanded`). What a provider
 * was given and has not answered for cannot be taken back: it is uncertain, until the worker that gave it says what became
 * of it. Runs and their steps are locked in the order of their ids.
 */
export const cancelRuns = async (on: Executor, cancels: readonly Cancel[], now: Date): Promise<void> => {
  if (cancels.length === 0) return;
  await on.execute(sql`
    with named as materialized (
      select r.id from workflow_run r
      join jsonb_to_recordset(${rowsOf(cancels)}) as c(workflow text, key text) on c.key = r.key and c.workflow = r.workflow
      where r.state <> 'CANCELLED' order by r.id collate "C" for no key update of r
    ), runs as (
      update workflow_run set state = 'CANCELLED' where id in (select id from named)
        and exists (select from step where run_id = workflow_run.id and state = 'PENDING') returning id
    ), waiting as materialized (
      select s.id from step s join runs on runs.id = s.run_id where s.state = 'PENDING'
      order by s.id collate "C" for no key update of s
    )
    update step set state = case when in_doubt then 'UNCERTAIN' else 'CANCELLED' end,
      last_error = case when in_doubt then 'CANCELLED' else last_error end, settled_at = ${now.toISOString()}::timestamptz
    from waiting where step.id = waiting.id`);
};
