import type { Category } from '../preferences/categories.ts';
import type { ConditionName, Step } from './step.ts';

/** How one kind of message reaches people: typed steps in their order, kept as code and read by name. */
export interface Workflow {
  /** Stable name, e.g. `order-shipped`: kind of the notification, of its templates and of its runs. */
  readonly name: string;
  readonly category: Category;
  readonly steps: readonly Step[];
  /** A secret that is made at the moment of sending: identity's link, or the code that proves a phone. */
  readonly secret?: 'EMAIL_LINK' | 'PHONE_CODE';
}

/** Declares a workflow. A digest without an end to what it gathers, or steps after none, would be a mistake of ours. */
export const defineWorkflow = (workflow: Workflow): Workflow => {
  const first = workflow.steps.findIndex((step) => step.do === 'DIGEST');
  if (workflow.steps.length === 0) throw new Error(`${workflow.name} has no steps.`);
  if (workflow.steps.filter((step) => step.do === 'DIGEST').length > 1)
    throw new Error(`${workflow.name} has two digests; what the first gathered is one already.`);
  if (first >= 0 && workflow.steps.slice(0, first).some((step) => step.do !== 'IN_APP'))
    throw new Error(`${workflow.name} does something else before its digest; only the app is told of every event.`);
  return workflow;
};

/** The questions that stand before a step; each is asked again when the step's time has come. */
export const conditionsBefore = ({ steps }: Workflow, position: number): readonly ConditionName[] =>
  steps.slice(0, position + 1).flatMap((step) => (step.do === 'CONDITION' ? [step.name] : []));
