import type { Step } from './contract.ts';

/** Reads what the file holds and decides what to make of it. */
export const probe: Step = async ({ tools: find, claim, source, signal }) => {
  const tools = await find();
  const facts = await tools.probe(source, signal);
  if (!facts.ok) return { kind: 'refused', refusal: facts.refusals[0] };
  const plan = tools.plan(facts.value, claim.video.format);
  if (!plan.ok) return { kind: 'refused', refusal: plan.refusals[0] };
  return {
    kind: 'done',
    result: null,
    apply: async () => ({ facts: facts.value, plan: plan.value }),
  };
};
