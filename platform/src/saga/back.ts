import type { LocalStep, RemoteStep, SagaData } from './contract.ts';
import { type AnyStep, commit, commitWith, crashAt, type Run, scopeOf, type Turn } from './run.ts';
import { journalKey } from './store.ts';

/**
 * The last step that may have had an effect and is not undone yet. A refused step had none, and one whose outcome stayed
 * unknown may have had one.
 */
const nextToUndo = <S>({ definition, held: { journal } }: Run<S>): AnyStep<S> | undefined =>
  [...definition.steps].reverse().find((step) => {
    const forward = journal.get(journalKey(step.name, 'FORWARD'))?.outcome;
    const undone = journal.get(journalKey(step.name, 'BACK'))?.outcome === 'DONE';
    return step.compensate !== undefined && !undone && (forward === 'DONE' || forward === 'STARTED');
  });

/** Undoes one step, or ends the saga when there is none left. */
export const stepBack = async <S>(run: Run<S>): Promise<Turn> => {
  const step = nextToUndo(run);
  if (!step) return finishUndone(run);
  return step.kind === 'local' ? backLocally(run, step) : backRemotely(run, step);
};

const backRemotely = async <S>(run: Run<S>, step: RemoteStep<S, SagaData>): Promise<Turn> => {
  const unknown = run.held.journal.get(journalKey(step.name, 'BACK'))?.outcome === 'STARTED';
  const happened = unknown && step.askCompensated ? await step.askCompensated(scopeOf(run)) : false;
  if (!happened) {
    crashAt(run, step.name, 'undo-before-intent');
    await commit(run, { step: step.name, journal: { step: step.name, direction: 'BACK', outcome: 'STARTED' } });
    crashAt(run, step.name, 'undo-after-intent');
    await step.compensate?.(scopeOf(run));
    crashAt(run, step.name, 'undo-after-call');
  }
  await commit(run, { attempts: 0, lastError: null, journal: { step: step.name, direction: 'BACK', outcome: 'DONE' } });
  crashAt(run, step.name, 'undo-after-result');
  return 'go-on';
};

const backLocally = async <S>(run: Run<S>, step: LocalStep<S, SagaData>): Promise<Turn> => {
  crashAt(run, step.name, 'undo-before-intent');
  await commitWith(
    run,
    async (tx) => {
      await step.compensate?.(scopeOf(run), tx);
      return {
        step: step.name,
        attempts: 0,
        lastError: null,
        journal: { step: step.name, direction: 'BACK', outcome: 'DONE' },
      };
    },
    () => crashAt(run, step.name, 'undo-after-call'),
  );
  crashAt(run, step.name, 'undo-after-result');
  return 'go-on';
};

const finishUndone = async <S>(run: Run<S>): Promise<Turn> => {
  await commitWith(run, async (tx) => {
    await run.definition.onUndone?.(scopeOf(run), tx);
    return { state: 'UNDONE', step: null, restUntil: null, attempts: 0, lastError: null };
  });
  return 'rest';
};
