import type { Channel } from '../channel.ts';
import { isMandatory } from '../preferences/categories.ts';
import type { ConditionStep, Step } from './step.ts';
import type { Workflow } from './workflow.ts';

/** What a step's row does: a channel that is used, or something else. */
export type StepType = Channel | 'DELAY' | 'DIGEST' | 'THROTTLE';

/** A row to be written: which step comes next, and in how many seconds. */
export interface PlannedStep {
  readonly position: number;
  readonly type: StepType;
  readonly inSeconds: number;
}

/** 0 for mandatory messages, which go before everything else that is due. */
export const laneOf = ({ category }: Workflow): 0 | 1 => (isMandatory(category) ? 0 : 1);

type Row = Exclude<Step, ConditionStep>;

const typeOf = (step: Row): StepType => (step.do === 'SEND' ? step.channels[0] : step.do);

const secondsOf = (step: Step): number => {
  if (step.do === 'DELAY') return step.seconds;
  return step.do === 'DIGEST' ? step.windowSeconds : 0;
};

/** Timers and budgets: what comes after them starts when they are done. */
const holdsUp = (step: Step): boolean => step.do === 'DELAY' || step.do === 'DIGEST' || step.do === 'THROTTLE';

/**
 * The steps that start when the one before `position` is done: all messages up to and including the next timer. A
 * refused mail that is tried for hours holds up nothing but itself. Conditions are no rows: what stands after one asks
 * when its time has come.
 */
export const stepsFrom = ({ steps }: Workflow, position: number): readonly PlannedStep[] => {
  const rest = steps.slice(position);
  const stop = rest.findIndex(holdsUp);
  return rest
    .slice(0, stop < 0 ? rest.length : stop + 1)
    .flatMap((step, index) =>
      step.do === 'CONDITION' ? [] : [{ position: position + index, type: typeOf(step), inSeconds: secondsOf(step) }],
    );
};

/** The channel that takes over when this one did not get through; undefined after the last. */
export const fallbackOf = ({ steps }: Workflow, position: number, type: StepType): PlannedStep | undefined => {
  const step = steps[position];
  if (step?.do !== 'SEND') return undefined;
  const next = step.channels[(step.channels as readonly StepType[]).indexOf(type) + 1];
  return next && { position, type: next, inSeconds: 0 };
};
