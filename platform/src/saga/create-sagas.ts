import { setTimeout as pause } from 'node:timers/promises';
import { and, asc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../database/index.ts';
import { sagaInstance } from '../database/tables/saga.table.ts';
import { within } from '../deadline/index.ts';
import { invariant } from '../errors/index.ts';
import { defineJob, handleJob, type JobContract, type JobHandler, type JobQueue, type Sweep } from '../jobs/index.ts';
import type { Logger } from '../logging/index.ts';
import { metrics } from '../observability/index.ts';
import { stepBack } from './back.ts';
import { type Begun, begin, createBegun } from './begin.ts';
import type { AnySaga, SagaData, SagaDefinition } from './contract.ts';
import { putDown } from './failures.ts';
import { stepForward } from './forward.ts';
import { createInspector, type Inspector } from './inspect.ts';
import { hasEnded, type SagaState } from './rows.ts';
import { crashAt, type Run, type Turn } from './run.ts';
import { acquire, LeaseLost } from './store.ts';

export interface SagasOptions<S> {
  /** Name of the context that owns the sagas. */
  readonly context: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: JobQueue;
  readonly log: Logger;
  /** What the steps work with. */
  readonly services: S;
  readonly definitions: readonly AnySaga<S>[];
}

/** Wakes one saga; that it is lost or comes twice changes nothing. */
export type SagaJob = JobContract<z.ZodObject<{ sagaId: z.ZodString }>>;

/** The job that wakes a context's sagas; declare its handler with {@link sagaJobHandler}. */
export const sagaJobOf = (context: string): SagaJob =>
  defineJob({ name: `${context}.run-saga`, data: z.object({ sagaId: z.string() }), attempts: 1, concurrency: 4 });

/** The sagas of one context: persisted, resumable anywhere, one worker per saga at a time. */
export interface Sagas extends Inspector {
  /** Begins a saga in the caller's transaction; it goes on once that is committed. A subject has one saga per name. */
  start<S, D extends SagaData>(
    tx: Tx,
    definition: SagaDefinition<S, D>,
    input: {
      readonly subject: string;
      readonly data: D;
      /**
       * True when the caller goes on with it right after the commit: the saga is begun in this process's hands with its
       * first intent written, which saves two commits. Should the process die first, others wait for the lease to run out.
       */
      readonly goOn?: boolean;
    },
  ): Promise<string>;
  /** Takes as many steps as can be taken now. Does nothing when the saga is not due or another worker holds it. */
  advance(id: string): Promise<void>;
  /** Advances until the saga has ended or rests for longer than is left of `ms`; it goes on in the background after that. */
  advanceFor(id: string, ms: number): Promise<SagaState>;
  /** Says in the caller's transaction that what a saga waits for may have happened. Signals carry nothing: the saga asks. */
  signal(tx: Tx, name: string, subject: string): Promise<void>;
  /** Puts a wake on the queue; a failure to do so is logged, because the sweep finds the saga anyway. */
  wake(id: string, delayMs?: number): Promise<void>;
  /** Advances every saga that is due, and those whose worker was lost. */
  sweep(signal?: AbortSignal): Promise<number>;
  /** Resolves when nothing runs in the background any more. */
  idle(): Promise<void>;
}

const active: SagaState[] = ['RUNNING', 'WAITING', 'COMPENSATING'];
const sweepBatch = 100;
const sweepConcurrency = 3;
/** A consumer signals before its transaction commits; the wake comes a moment later. */
const signalDelayMs = 100;
/** Between two looks at a saga that somebody waits for. */
const lookMs = 50;

const turnOf = <S>(run: Run<S>): Promise<Turn> =>
  run.held.row.state === 'COMPENSATING' ? stepBack(run) : stepForward(run);

/** How a saga stands: what it is doing, and when it goes on by itself. */
interface Standing {
  readonly state: SagaState;
  readonly nextRunAt: Date | null;
}

/** Takes a saga as far as it goes. Rows fence writers, so a worker that was overtaken just stops. Null when it could not be held. */
const advanceOnce = async <S>(
  { database, clock, services, log, definitions }: SagasOptions<S>,
  begun: Begun,
  id: string,
): Promise<Standing | null> => {
  const mine = begun.take(id, clock.now());
  const held = mine ?? (await acquire(database, id, clock.now()));
  if (!held) return null;
  const definition = definitions.find(({ name }) => name === held.row.name);
  invariant(definition, `Nobody knows the saga "${held.row.name}" of ${id}; a version that does has to run it.`);
  const run: Run<S> = { definition, held, database, services, clock, log };
  if (mine?.intended) crashAt(run, mine.intended, 'after-intent');
  try {
    for (let turn: Turn = 'go-on'; turn === 'go-on'; )
      turn = await turnOf(run).catch((error: unknown) => putDown(run, error));
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    log.info({ sagaId: id, saga: held.row.name }, 'Another worker took the saga over');
    return null;
  }
  return { state: held.row.state, nextRunAt: held.row.nextRunAt };
};

const dueSagas = async ({ database, clock }: { database: Database; clock: Clock }): Promise<string[]> => {
  const now = clock.now();
  const rows = await database.orm
    .select({ id: sagaInstance.id })
    .from(sagaInstance)
    .where(
      and(
        isNotNull(sagaInstance.nextRunAt),
        lte(sagaInstance.nextRunAt, now),
        inArray(sagaInstance.state, active),
        or(sql`${sagaInstance.leaseUntil} is null`, lte(sagaInstance.leaseUntil, now)),
      ),
    )
    .orderBy(asc(sagaInstance.nextRunAt))
    .limit(sweepBatch);
  return rows.map(({ id }) => id);
};

/** Makes the engine of one context. */
export const createSagas = <S>(options: SagasOptions<S>): Sagas => {
  const { context, database, clock, log, jobs } = options;
  const job = sagaJobOf(context);
  const background = new Set<Promise<unknown>>();
  const begun = createBegun();

  const wake = async (id: string, delayMs = 0): Promise<void> => {
    try {
      await jobs.enqueue(job, { sagaId: id }, { delayMs });
    } catch (error) {
      log.warn({ err: error, sagaId: id }, 'A wake could not be put on the queue; the sweep finds the saga');
    }
  };

  const advance = async (id: string): Promise<Standing | null> => {
    const standing = await advanceOnce(options, begun, id);
    const next = standing?.nextRunAt;
    if (next) await wake(id, Math.max(0, next.getTime() - clock.now().getTime()));
    return standing;
  };

  /** Goes on although its caller went away; a failure is logged and the sweep tries again. */
  const inBackground = (id: string): Promise<Standing | null> => {
    const work = advance(id)
      .catch((error: unknown) => {
        log.error({ err: error, sagaId: id }, 'A saga could not be advanced; the sweep tries again');
        return null;
      })
      .finally(() => background.delete(work));
    background.add(work);
    return work;
  };

  const advanceFor = async (id: string, ms: number): Promise<SagaState> => {
    const end = performance.now() + ms;
    for (;;) {
      const standing = await within(Math.max(0, end - performance.now()), inBackground(id), () => null);
      const { state, nextRunAt } = standing ?? (await standingOf(database, id));
      const left = end - performance.now();
      const restsMs = nextRunAt ? nextRunAt.getTime() - clock.now().getTime() : Number.POSITIVE_INFINITY;
      if (hasEnded(state) || left <= 0 || restsMs > left) return state;
      await pause(Math.min(lookMs, left));
    }
  };

  return {
    ...createInspector(database, clock),
    start: (tx, definition, input) => begin(tx, begun, definition, input, clock.now()),
    advance: async (id) => void (await advance(id)),
    advanceFor,
    wake,
    signal: async (tx, name, subject) => {
      const now = clock.now();
      const rows = await tx
        .update(sagaInstance)
        .set({
          signals: sql`${sagaInstance.signals} + 1`,
          nextRunAt: sql`case when ${sagaInstance.state} = 'WAITING' then ${now.toISOString()}::timestamptz else ${sagaInstance.nextRunAt} end`,
        })
        .where(and(eq(sagaInstance.name, name), eq(sagaInstance.subject, subject), inArray(sagaInstance.state, active)))
        .returning({ id: sagaInstance.id });
      for (const { id } of rows) await wake(id, signalDelayMs);
    },
    sweep: async (signal) => {
      const due = await dueSagas(options);
      const worker = async (): Promise<void> => {
        for (let id = due.pop(); id && !signal?.aborted; id = due.pop()) await inBackground(id);
      };
      const count = due.length;
      await Promise.all(Array.from({ length: sweepConcurrency }, worker));
      return count;
    },
    idle: async () => {
      while (background.size > 0) await Promise.all([...background]);
    },
  };
};

const standingOf = async (database: Database, id: string): Promise<Standing> => {
  const { state, nextRunAt } = sagaInstance;
  const [row] = await database.orm.select({ state, nextRunAt }).from(sagaInstance).where(eq(sagaInstance.id, id));
  invariant(row, `There is no saga ${id}.`);
  return { state: row.state as SagaState, nextRunAt: row.nextRunAt };
};

/** Handler of the wake job, for a context's `jobs`. */
export const sagaJobHandler = <S>(context: string, sagasOf: (services: S) => Sagas): JobHandler<S> =>
  handleJob<S, SagaJob['data']>(sagaJobOf(context), ({ sagaId }, { services }) => sagasOf(services).advance(sagaId));

/**
 * The sweep that counts sagas which need a person into the metric `vitrina_needs_person`: those that gave up, and those
 * unfinished for longer than `lateSeconds`.
 */
export const sagaWatchSweep = <S>(context: string, sagasOf: (services: S) => Sagas, lateSeconds: number): Sweep<S> => ({
  name: 'count-stuck-sagas',
  everySeconds: 15,
  run: async ({ services }) => {
    metrics.needsPerson.set({ context, work: 'saga' }, await sagasOf(services).countStuck(lateSeconds));
  },
});

/** The sweep that finds due and lost sagas, for a context's `sweeps`. */
export const sagaSweep = <S>(sagasOf: (services: S) => Sagas): Sweep<S> => ({
  name: 'run-sagas',
  everySeconds: 2,
  run: async ({ services, signal }) => {
    await sagasOf(services).sweep(signal);
  },
});
