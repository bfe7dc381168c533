import type { LocalStep, RemoteStep, SagaData, SagaRefusal, StepOutcome } from './contract.ts';
import { isPassing } from './retry.ts';
import { type AnyStep, commit, commitWith, crashAt, type Run, scopeOf, stepNamed, type Turn } from './run.ts';
import { type Change, journalKey } from './store.ts';

const tooLate: SagaRefusal = { code: 'DEADLINE_EXCEEDED', message: 'It was not finished in time.' };

/** Takes the step the saga is at. */
export const stepForward = async <S>(run: Run<S>): Promise<Turn> => {
  const step = stepNamed(run, run.held.row.step);
  return step.kind === 'local' ? forwardLocally(run, step) : forwardRemotely(run, step);
};

/** True when this step belongs to the bounded part and the time for it is up. */
const isLate = <S>(run: Run<S>, step: AnyStep<S>): boolean => {
  const { deadline, steps } = run.definition;
  const { deadlineAt } = run.held.row;
  if (!deadline || !deadlineAt || deadlineAt > run.clock.now()) return false;
  const names = steps.map(({ name }) => name);
  return names.indexOf(step.name) <= names.indexOf(deadline.lastStep);
};

const forwardRemotely = async <S>(run: Run<S>, step: RemoteStep<S, SagaData>): Promise<Turn> => {
  const unknown = run.held.journal.get(journalKey(step.name, 'FORWARD'))?.outcome === 'STARTED';
  const late = isLate(run, step);
  if (late && !unknown) return undoBecause(run, tooLate);
  const outcome = unknown ? await ask(run, step, late) : await call(run, step);
  if (late && outcome.kind === 'wait') return undoBecause(run, tooLate);
  await commit(run, changeFor(run, step, outcome), outcome.effect);
  crashAt(run, step.name, 'after-result');
  return outcome.kind === 'wait' ? 'rest' : 'go-on';
};

/** Asks what became of a call whose answer was lost; does it again only when the callee knows of none. */
const ask = async <S>(run: Run<S>, step: RemoteStep<S, SagaData>, late: boolean): Promise<StepOutcome<SagaData>> => {
  const nothingCame: StepOutcome<SagaData> = { kind: 'wait', pollSeconds: 0 };
  try {
    const asked = await step.askOutcome(scopeOf(run));
    if (asked.kind !== 'absent') return asked;
  } catch (error) {
    // A callee that is still away when the time is up cannot hold everything else: undoing asks it again.
    if (late && isPassing(error)) return nothingCame;
    throw error;
  }
  return late ? nothingCame : call(run, step);
};

/** A failure thrown from here leaves the intent open, so the next turn asks: the call may have had its effect all the same. */
const call = async <S>(run: Run<S>, step: RemoteStep<S, SagaData>): Promise<StepOutcome<SagaData>> => {
  crashAt(run, step.name, 'before-intent');
  await commit(run, { journal: { step: step.name, direction: 'FORWARD', outcome: 'STARTED' } });
  crashAt(run, step.name, 'after-intent');
  const outcome = await step.run(scopeOf(run));
  crashAt(run, step.name, 'after-call');
  return outcome;
};

const forwardLocally = async <S>(run: Run<S>, step: LocalStep<S, SagaData>): Promise<Turn> => {
  if (isLate(run, step)) return undoBecause(run, tooLate);
  crashAt(run, step.name, 'before-intent');
  let turn: Turn = 'go-on';
  await commitWith(
    run,
    async (tx) => {
      const outcome = await step.run(scopeOf(run), tx);
      await outcome.effect?.(tx);
      turn = outcome.kind === 'wait' ? 'rest' : 'go-on';
      return changeFor(run, step, outcome);
    },
    () => crashAt(run, step.name, 'after-call'),
  );
  crashAt(run, step.name, 'after-result');
  return turn;
};

/** How the saga stands after a step. */
const changeFor = <S>(run: Run<S>, step: AnyStep<S>, outcome: StepOutcome<SagaData>): Change => {
  const entry = { step: step.name, direction: 'FORWARD' as const };
  switch (outcome.kind) {
    case 'wait':
      return {
        state: 'WAITING',
        attempts: 0,
        lastError: null,
        patch: outcome.patch,
        restUntil: wakeTime(run, step, outcome.pollSeconds),
      };
    case 'refused':
      return {
        state: 'COMPENSATING',
        failure: outcome.refusal,
        attempts: 0,
        lastError: null,
        patch: outcome.patch,
        journal: { ...entry, outcome: 'REFUSED', result: outcome.refusal },
      };
    case 'done':
      return {
        state: 'RUNNING',
        step: run.definition.steps[run.definition.steps.indexOf(step) + 1]?.name ?? null,
        attempts: 0,
        lastError: null,
        patch: outcome.patch,
        journal: { ...entry, outcome: 'DONE', result: outcome.patch },
      };
  }
};

/** When a waiting saga looks again by itself, at the latest at its deadline. */
const wakeTime = <S>(run: Run<S>, step: AnyStep<S>, pollSeconds: number): Date => {
  const poll = new Date(run.clock.now().getTime() + pollSeconds * 1_000);
  const { deadlineAt } = run.held.row;
  const names = run.definition.steps.map(({ name }) => name);
  const bounded =
    run.definition.deadline && names.indexOf(step.name) <= names.indexOf(run.definition.deadline.lastStep);
  return bounded && deadlineAt && deadlineAt < poll ? deadlineAt : poll;
};

/** Turns round: whatever has been begun is undone from here on. */
const undoBecause = async <S>(run: Run<S>, failure: SagaRefusal): Promise<Turn> => {
  await commit(run, { state: 'COMPENSATING', failure, attempts: 0, lastError: null });
  return 'go-on';
};

/** The last step is behind: the saga ends together with what its context does about it. */
export const finish = async <S>(run: Run<S>): Promise<Turn> => {
  await commitWith(run, async (tx) => {
    await run.definition.onDone?.(scopeOf(run), tx);
    return { state: 'DONE', step: null, restUntil: null, attempts: 0, lastError: null };
  });
  return 'rest';
};
