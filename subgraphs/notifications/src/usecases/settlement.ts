import { newId } from '@vitrina/platform/ids';
import { isMandatory } from '../domain/preferences/categories.ts';
import { claimSeconds, inSeconds } from '../domain/retry.ts';
import { fallbackOf, laneOf, type PlannedStep, type StepType, stepsFrom } from '../domain/workflow/plan.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import type { ClaimedStep, FollowingStep, NewTry, Settled, StepState } from '../store/steps.ts';
import type { NewNotification } from '../store/told.ts';

/** What becomes of one claim, and what goes with it into the database. */
export interface Ended {
  readonly step: ClaimedStep;
  readonly settled: Settled;
  readonly tries?: readonly NewTry[];
  readonly following?: readonly FollowingStep[];
  readonly notification?: NewNotification;
}

const rowOf = (step: ClaimedStep, state: StepState, now: Date, lastError: string | null): Settled => ({
  id: step.id,
  claims: step.claims,
  attempts: step.attempts,
  state,
  dueAt: now,
  settledAt: now,
  lastError,
  inDoubt: step.inDoubt,
});

/** Rows of what begins now. What is due at once is claimed for the worker that writes it: it knows all about it already. */
const following = (
  step: ClaimedStep,
  workflow: Workflow,
  planned: readonly PlannedStep[],
  now: Date,
): FollowingStep[] =>
  planned.map(({ position, type, inSeconds: seconds }) => ({
    after: step.id,
    id: newId('stp'),
    position,
    type,
    lane: laneOf(workflow),
    state: 'PENDING',
    lastError: null,
    dueAt: inSeconds(now, seconds === 0 ? claimSeconds : seconds),
    claims: seconds === 0 ? 1 : 0,
  }));

/** A timer or budget that is done: what comes after it begins. */
export const goOn = (step: ClaimedStep, workflow: Workflow, now: Date): Ended => ({
  step,
  settled: rowOf(step, 'DONE', now, null),
  following: following(step, workflow, stepsFrom(workflow, step.position + 1), now),
});

/** There is no reason to do it (any more); an earlier try may have reached the person all the same. */
export const skip = (step: ClaimedStep, reason: string, now: Date): Ended => ({
  step,
  settled: rowOf(step, step.inDoubt ? 'UNCERTAIN' : 'SKIPPED', now, reason),
});

interface PassOn {
  readonly state: StepState;
  readonly reason: string;
  readonly tries?: readonly NewTry[];
  /** Nothing can arrive at the address any more. */
  readonly isDead?: boolean;
  /** Why a further channel cannot be used either; undefined for one that can. */
  readonly passed?: (type: StepType) => string | undefined;
}

/** The channels after this one: those that cannot be used either end at once, the first that can takes over. */
const takenOver = (step: ClaimedStep, workflow: Workflow, { state, passed }: PassOn, now: Date): FollowingStep[] => {
  const next = fallbackOf(workflow, step.position, step.type);
  if (!next) return [];
  const reason = passed?.(next.type);
  const rows = following(step, workflow, [next], now);
  if (reason === undefined) return rows;
  const beyond = takenOver({ ...step, type: next.type }, workflow, { state, reason, passed }, now);
  const ended = {
    state: beyond.length > 0 ? ('FELL_BACK' as const) : state,
    lastError: reason,
    dueAt: now,
    claims: 0 as const,
  };
  return [...rows.map((row) => ({ ...row, ...ended })), ...beyond];
};

/** Whether another channel may say it: not what may have arrived by this one, unless nobody may miss it. */
export const mayFallBack = (workflow: Workflow, step: Pick<ClaimedStep, 'inDoubt'>): boolean =>
  !step.inDoubt || isMandatory(workflow.category);

/**
 * Not by this channel: the next one takes over, or it ends as `state` says. Where none may, it ends in doubt, unless the
 * address is dead: then it most likely was before, too.
 */
export const passOn = (step: ClaimedStep, workflow: Workflow, given: PassOn, now: Date): Ended => {
  const { state, reason, tries = [], isDead = false } = given;
  const next = fallbackOf(workflow, step.position, step.type);
  if (next && !isDead && !mayFallBack(workflow, step)) return sent(step, 'UNCERTAIN', reason, tries, now);
  // What an earlier try may have brought is not told as if nothing had been sent.
  const end = state === 'SKIPPED' && step.inDoubt && !isDead ? 'UNCERTAIN' : state;
  return {
    step,
    settled: rowOf(step, next ? 'FELL_BACK' : end, now, reason),
    tries,
    following: takenOver(step, workflow, given, now),
  };
};

/** Not now; waiting is no try. */
export const putOff = (step: ClaimedStep, until: Date, reason: string | null): Ended => ({
  step,
  settled: { ...rowOf(step, 'PENDING', until, reason), attempts: step.attempts - 1, dueAt: until, settledAt: null },
});

/** Failed this time; comes up again. */
export const tryAgain = (
  step: ClaimedStep,
  dueAt: Date,
  reason: string,
  tries: readonly NewTry[],
  now: Date,
): Ended => ({
  step,
  settled: { ...rowOf(step, 'PENDING', now, reason), dueAt, settledAt: null },
  tries,
});

/** It is out, or may be. */
export const sent = (
  step: ClaimedStep,
  state: 'SENT' | 'UNCERTAIN',
  reason: string | null,
  tries: readonly NewTry[],
  now: Date,
): Ended => ({ step, settled: rowOf(step, state, now, reason), tries });

/** A message in the app whose time came after a timer. */
export const told = (step: ClaimedStep, notification: NewNotification, now: Date): Ended => ({
  step,
  settled: rowOf(step, 'SENT', now, null),
  notification,
});
