import type { Effect, LocalStep, RemoteStep, SagaData, SagaRefusal, StepOutcome } from './contract.ts';
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
  const { held } = run;
  const begun = held.journal.get(journalKey(step.name, 'FORWARD'))?.outcome === 'STARTED';
  const unknown = begun && held.intended !== step.name;
  const late = isLate(run, step);
  if (late && !unknown) return undoBecause(run, tooLate);
  const outcome = unknown ? await ask(run, step, late) : await call(run, step);
  if (late && outcome.kind === 'wait') return undoBecause(run, tooLate);
  const change = changeFor(run, step, outcome);
  if (change.intent) crashAt(run, change.intent, 'before-intent');
  await commit(run, change, effectOf(run, outcome, change));
  crashAfter(run, step, change);
  return outcome.kind === 'wait' || change.state === 'DONE' ? 'rest' : 'go-on';
};

/** What commits with an outcome: the step's own effect, and the end of the saga when it was the last step. */
const effectOf = <S>(run: Run<S>, outcome: StepOutcome<SagaData>, change: Change): Effect | undefined => {
  const { onDone } = run.definition;
  if (change.state !== 'DONE' || !onDone) return outcome.effect;
  return async (tx) => {
    await outcome.effect?.(tx);
    const scope = scopeOf(run);
    await run.definition.onDone?.({ ...scope, data: { ...scope.data, ...outcome.patch } }, tx);
  };
};

const crashAfter = <S>(run: Run<S>, step: AnyStep<S>, { intent }: Change): void => {
  crashAt(run, step.name, 'after-result');
  if (intent) crashAt(run, intent, 'after-intent');
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
  if (run.held.intended !== step.name) {
    crashAt(run, step.name, 'before-intent');
    await commit(run, { journal: { step: step.name, direction: 'FORWARD', outcome: 'STARTED' } });
    crashAt(run, step.name, 'after-intent');
  }
  run.held.intended = undefined;
  const outcome = await step.run(scopeOf(run));
  crashAt(run, step.name, 'after-call');
  return outcome;
};

const forwardLocally = async <S>(run: Run<S>, step: LocalStep<S, SagaData>): Promise<Turn> => {
  if (isLate(run, step)) return undoBecause(run, tooLate);
  crashAt(run, step.name, 'before-intent');
  const written = await commitWith(
    run,
    async (tx) => {
      const outcome = await step.run(scopeOf(run), tx);
      const change = changeFor(run, step, outcome);
      await effectOf(run, outcome, change)?.(tx);
      if (change.intent) crashAt(run, change.intent, 'before-intent');
      return change;
    },
    () => crashAt(run, step.name, 'after-call'),
  );
  crashAfter(run, step, written);
  return written.state === 'WAITING' || written.state === 'DONE' ? 'rest' : 'go-on';
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
    case 'abandoned':
      return { state: 'COMPENSATING', failure: outcome.reason, attempts: 0, lastError: null, patch: outcome.patch };
    case 'done':
      return {
        ...whatFollows(run, step),
        attempts: 0,
        lastError: null,
        patch: outcome.patch,
        journal: { ...entry, outcome: 'DONE', result: outcome.patch },
      };
  }
};

const whatFollows = <S>({ definition: { steps } }: Run<S>, step: AnyStep<S>): Change => {
  const next = steps[steps.indexOf(step) + 1];
  if (!next) return { state: 'DONE', step: null, restUntil: null };
  return { state: 'RUNNING', step: next.name, ...(next.kind === 'remote' && { intent: next.name }) };
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
