import { eq, sql } from 'drizzle-orm';
import { compiled, type Database, type Executor, statement } from '../database/index.ts';
import { sagaInstance, sagaJournal } from '../database/tables/saga.table.ts';
import { storableJson } from '../text/index.ts';
import type { SagaData, SagaRefusal } from './contract.ts';
import {
  type Direction,
  hasEnded,
  type InstanceRow,
  type JournalOutcome,
  type JournalRow,
  type SagaState,
} from './rows.ts';

/** The lease ran out and somebody else took the saga over: this worker stops without another word. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** How long a worker may be silent before another one takes its saga over; every write renews it. */
export const leaseMs = 15_000;

/** A saga this worker holds: nobody else writes to it until the lease runs out, and nobody at all without the version. */
export interface Held {
  row: InstanceRow;
  readonly journal: Map<string, JournalRow>;
  /** The step whose intent this worker has just written and not acted on: its outcome is known to be none. */
  intended?: string | undefined;
}

export const journalKey = (step: string, direction: Direction): string => `${direction} ${step}`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

/** A saga starts at version 1; taking hold of it makes this. */
export const firstHeldVersion = 2;

const instant = sql`${sql.placeholder('now')}::timestamptz`;
const hold = compiled((orm) =>
  orm
    .update(sagaInstance)
    .set({ version: sql`${sagaInstance.version} + 1`, leaseUntil: sql`${sql.placeholder('leaseUntil')}::timestamptz` })
    .where(
      sql`${sagaInstance.id} = ${sql.placeholder('id')} and ${sagaInstance.state} in ('RUNNING', 'WAITING', 'COMPENSATING')
        and ${sagaInstance.nextRunAt} <= ${instant} and (${sagaInstance.leaseUntil} is null or ${sagaInstance.leaseUntil} <= ${instant})`,
    )
    .returning(),
);

/** Takes hold of a saga that is due and free; `undefined` when it is not due, has ended, or is held by another worker. */
export const acquire = async ({ orm }: Database, id: string, now: Date): Promise<Held | undefined> => {
  const [row] = await hold(orm, { id, now: now.toISOString(), leaseUntil: later(now, leaseMs) });
  if (!row) return undefined;
  // A saga that nobody has held before has no journal yet.
  const isNew = row.version === firstHeldVersion;
  const entries = isNew
    ? []
    : ((await orm.select().from(sagaJournal).where(eq(sagaJournal.instanceId, id))) as JournalRow[]);
  return {
    row: row as InstanceRow,
    journal: new Map(entries.map((entry) => [journalKey(entry.step, entry.direction), entry])),
  };
};

/** What one write changes; what is left out stays. */
export interface Change {
  readonly state?: SagaState;
  readonly step?: string | null;
  readonly patch?: SagaData | undefined;
  readonly failure?: SagaRefusal;
  readonly attempts?: number;
  readonly lastError?: string | null;
  /** Lets go of the saga; it goes on at this instant, or never by itself when null. Left out, the lease is renewed. */
  readonly restUntil?: Date | null;
  readonly journal?: {
    readonly step: string;
    readonly direction: Direction;
    readonly outcome: JournalOutcome;
    readonly result?: unknown;
  };
  /** The next step's intent, written along with the outcome of the one before: one commit instead of two. */
  readonly intent?: string | undefined;
}

/**
 * Writes instance and journal in one statement, fenced by the version. A rest that was to last is cut short when a
 * signal arrived meanwhile.
 */
export const save = async (executor: Executor, held: Held, change: Change, now: Date): Promise<void> => {
  const { row } = held;
  const rests = change.restUntil !== undefined;
  const next = { ...row, ...change };
  const ended = hasEnded(next.state);
  const nowText = now.toISOString();
  const { journal, intent } = change;
  const rows = await statement<{ version: number; data: SagaData; rest: string | null }>(executor)`
    with held as (
      update kit.saga_instance set
        version = version + 1, state = ${next.state}, step = ${next.step}, data = data || ${storableJson(change.patch ?? {})}::jsonb,
        failure = coalesce(${change.failure ? storableJson(change.failure) : null}::jsonb, failure),
        attempts = ${next.attempts}, last_error = ${next.lastError}, updated_at = ${nowText}::timestamptz,
        next_run_at = case when ${rests} and ${next.state} = 'WAITING' and signals <> ${row.signals} then ${nowText}::timestamptz
          when ${rests} then ${iso(change.restUntil ?? null)}::timestamptz else next_run_at end,
        lease_until = case when ${rests} then null else ${later(now, leaseMs)}::timestamptz end,
        ended_at = case when ${ended} then ${nowText}::timestamptz end
      where id = ${row.id} and version = ${row.version}
      returning version, data, next_run_at
    ), journalled as (
      insert into kit.saga_journal (instance_id, step, direction, outcome, result, started_at, ended_at)
      select ${row.id}, ${journal?.step ?? ''}, ${journal?.direction ?? ''}, ${journal?.outcome ?? ''}, ${storableJson(journal?.result ?? null)}::jsonb,
        ${nowText}::timestamptz, case when ${journal?.outcome !== 'STARTED'} then ${nowText}::timestamptz end
      from held where ${journal !== undefined}
      on conflict (instance_id, step, direction) do update set
        outcome = excluded.outcome, result = excluded.result, ended_at = excluded.ended_at,
        tries = saga_journal.tries + case when excluded.outcome = 'STARTED' then 1 else 0 end
    ), intended as (
      insert into kit.saga_journal (instance_id, step, direction, outcome, started_at)
      select ${row.id}, ${intent ?? ''}, 'FORWARD', 'STARTED', ${nowText}::timestamptz from held where ${intent !== undefined}
    )
    select version, data, next_run_at as rest from held`;
  const [written] = rows;
  if (!written) throw new LeaseLost(`Another worker took over ${row.name} ${row.id}.`);
  held.row = {
    ...row,
    state: next.state,
    step: next.step,
    attempts: next.attempts,
    lastError: next.lastError,
    failure: change.failure ?? row.failure,
    version: written.version,
    data: written.data,
    nextRunAt: written.rest === null ? null : new Date(written.rest),
  };
  if (journal) remember(held, journal, now);
  if (intent !== undefined) remember(held, { step: intent, direction: 'FORWARD', outcome: 'STARTED' }, now);
  held.intended = intent;
};

/** Notes what was written to the journal, so that it need not be read again. */
export const remember = (held: Held, journal: NonNullable<Change['journal']>, now: Date): void => {
  const key = journalKey(journal.step, journal.direction);
  const known = held.journal.get(key);
  const ended = journal.outcome === 'STARTED' ? null : now;
  held.journal.set(key, {
    instanceId: held.row.id,
    tries: 1,
    startedAt: now,
    ...known,
    ...journal,
    result: journal.result ?? null,
    endedAt: ended,
  });
};
