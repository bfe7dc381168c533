import type { Clock } from '../clock/index.ts';
import { crashPoint } from '../crash-points/index.ts';
import type { Database, Tx } from '../database/index.ts';
import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { AnySaga, Effect, SagaData, SagaRefusal, SagaScope, SagaStep } from './contract.ts';
import { type Change, type Held, save } from './store.ts';

/** One worker's turn at one saga. */
export interface Run<S> {
  readonly definition: AnySaga<S>;
  readonly held: Held;
  readonly database: Database;
  readonly services: S;
  readonly clock: Clock;
  readonly log: Logger;
}

/** After a step the worker either takes the next one or lets go. */
export type Turn = 'go-on' | 'rest';

export type AnyStep<S> = SagaStep<S, SagaData>;

export const scopeOf = <S>({ held: { row }, services, clock }: Run<S>): SagaScope<S, SagaData> => ({
  id: row.id,
  subject: row.subject,
  data: row.data as SagaData,
  services,
  now: clock.now(),
  deadline: row.deadlineAt,
  failure: row.failure as SagaRefusal | null,
});

export const stepNamed = <S>({ definition }: Run<S>, name: string | null): AnyStep<S> => {
  const step = definition.steps.find((candidate) => candidate.name === name);
  invariant(step, `The saga ${definition.name} has no step "${name}"; was it renamed while sagas were under way?`);
  return step;
};

/** Where a crash test may kill this process. */
export const crashAt = <S>({ definition }: Run<S>, step: string, place: string): void =>
  crashPoint(`${definition.name}.${step}.${place}`);

/** Writes a change, together with an effect on the context's own tables when there is one. */
export const commit = async <S>(run: Run<S>, change: Change, effect?: Effect): Promise<void> => {
  if (!effect) return save(run.database.orm, run.held, change, run.clock.now());
  await inTransaction(run, async (tx) => {
    // The change does not depend on the effect, so both are sent together. Each is heard out before the transaction ends.
    const [effected, saved] = await Promise.allSettled([effect(tx), save(tx, run.held, change, run.clock.now())]);
    if (effected.status === 'rejected') throw effected.reason;
    if (saved.status === 'rejected') throw saved.reason;
    return change;
  });
};

/** Does work in a transaction and writes the change it decides on in the same one. */
export const commitWith = <S>(
  run: Run<S>,
  work: (tx: Tx) => Promise<Change>,
  beforeCommit?: () => void,
): Promise<Change> =>
  inTransaction(run, async (tx) => {
    const decided = await work(tx);
    await save(tx, run.held, decided, run.clock.now());
    beforeCommit?.();
    return decided;
  });

/** What the worker knows of the saga is put back when the transaction fails, because nothing of it happened. */
const inTransaction = async <S>(run: Run<S>, work: (tx: Tx) => Promise<Change>): Promise<Change> => {
  const { held } = run;
  const before = { row: held.row, intended: held.intended };
  const journalBefore = new Map(held.journal);
  try {
    const change = await run.database.transaction(work);
    await announce(run);
    return change;
  } catch (error) {
    held.row = before.row;
    held.intended = before.intended;
    held.journal.clear();
    for (const [key, entry] of journalBefore) held.journal.set(key, entry);
    throw error;
  }
};

/** Hints are a convenience: a lost one is logged and nothing else. */
export const announce = async <S>(run: Run<S>): Promise<void> => {
  try {
    await run.definition.onCommitted?.(scopeOf(run));
  } catch (error) {
    run.log.warn({ err: error, sagaId: run.held.row.id }, 'A hint after a commit was lost');
  }
};
