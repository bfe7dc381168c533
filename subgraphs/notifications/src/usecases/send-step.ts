import type { SendOutcome } from '../clients/channels/contract.ts';
import type { OutboundChannel } from '../domain/channel.ts';
import { isMandatory } from '../domain/preferences/categories.ts';
import { pushesPerMinute, type Spent } from '../domain/workflow/budget.ts';
import { type Decision, decideSend } from '../domain/workflow/decide.ts';
import { judgeTry } from '../domain/workflow/outcome.ts';
import { fallbackOf, type StepType } from '../domain/workflow/plan.ts';
import type { Services } from '../services.ts';
import type { Want } from '../store/budgets.ts';
import type { ClaimedStep, NewTry } from '../store/steps.ts';
import { addressStep } from './address-step.ts';
import { codeOf, handOver, type Outgoing } from './hand-over.ts';
import { isOutbound, type Reachable } from './recipients.ts';
import { type Ended, mayFallBack, passOn, putOff, sent, skip, tryAgain } from './settlement.ts';

/** A send whose conditions hold. */
interface Ready extends Outgoing {
  readonly spend: (want: Want) => Promise<Spent>;
  /** Claims the hand-over; false when it was cancelled, or is not this worker's to send any more. */
  readonly claimHandOver: (step: ClaimedStep) => Promise<boolean>;
}

const pushOf = ({ id, recipientId }: ClaimedStep): Want => ({
  id,
  budgetKey: `push|${recipientId}`,
  budget: pushesPerMinute,
});

/** Reads an answer into what becomes of the step. */
export const settleTry = (
  services: Services,
  ready: Pick<Ready, 'step' | 'channel' | 'workflow'>,
  outcome: SendOutcome,
): Ended => {
  const { channel, workflow } = ready;
  const step = { ...ready.step, inDoubt: ready.step.inDoubt || outcome.kind === 'UNKNOWN' };
  const now = services.clock.now();
  const verdict = judgeTry(outcome, {
    stepId: step.id,
    attempts: step.attempts,
    // What may have arrived is not said again by another channel, so there is none to hurry to.
    hasFallback: mayFallBack(workflow, step) && fallbackOf(workflow, step.position, step.type) !== undefined,
    deduplicates: services.channels[channel]?.deduplicates ?? false,
    mandatory: isMandatory(workflow.category),
    now,
  });
  const code = outcome.kind === 'ACCEPTED' ? null : outcome.code;
  const isDead = outcome.kind === 'REFUSED' && outcome.addressIsDead;
  const attempt: NewTry = {
    stepId: step.id,
    number: step.claims,
    outcome: outcome.kind,
    code,
    providerId: outcome.kind === 'ACCEPTED' ? outcome.providerId : null,
    nextTryAt: verdict.state === 'PENDING' ? verdict.dueAt : null,
  };
  if (code !== null)
    services.log.warn({ stepId: step.id, channel, attempt: step.attempts, code }, 'A message could not be sent.');
  if (verdict.state === 'PENDING') return tryAgain(step, verdict.dueAt, code ?? '', [attempt], now);
  if (verdict.state === 'FAILED')
    return passOn(step, workflow, { state: 'FAILED', reason: code ?? '', tries: [attempt], isDead }, now);
  return sent(step, verdict.state, code, [attempt], now);
};

/**
 * Whether a try after one that may have arrived reaches the person once, or twice being better than not at all. Elsewhere
 * what a worker that died was handing over is left at that.
 */
const isRepeatable = (services: Services, { channel, workflow }: Ready): boolean =>
  (services.channels[channel]?.deduplicates ?? false) || isMandatory(workflow.category);

/** What speaks for or against using a channel now. */
const decisionOf = (
  services: Services,
  { workflow, recipient }: Ready,
  channel: OutboundChannel,
  addresses: readonly Reachable[],
  now: Date,
): Decision =>
  decideSend({
    category: workflow.category,
    channel,
    wishes: recipient.wishes,
    addresses: addresses.length,
    usable: addresses.filter(({ suppressed }) => !suppressed).length,
    configured: services.channels[channel] !== undefined,
    now,
  });

/** Not by this channel: whether those after it can be used is known as well, so what cannot is not tried one by one. */
const passOnFrom = (services: Services, ready: Ready, reason: string, now: Date): Ended => {
  const { step, workflow, recipient } = ready;
  const passed = (type: StepType): string | undefined => {
    if (!isOutbound(type)) return undefined;
    const decision = decisionOf(services, ready, type, recipient.addresses[type], now);
    return decision.kind === 'PASS_ON' ? decision.reason : undefined;
  };
  const isDead = reason === 'NO_ADDRESS' || reason === 'SUPPRESSED';
  return passOn(step, workflow, { state: 'SKIPPED', reason, isDead, passed }, now);
};

/** Sends one message, or says why not; everything that speaks against it is looked at now. */
export const sendStep = async (services: Services, ready: Ready, signal: AbortSignal): Promise<Ended> => {
  const { step, channel, workflow, recipient } = ready;
  try {
    const addressed = await addressStep(services, workflow, step, recipient);
    const now = services.clock.now();
    if (!addressed) return skip(step, 'NO_LONGER_NEEDED', now);
    const decision = decisionOf(services, ready, channel, addressed.addresses, now);
    if (decision.kind === 'PASS_ON') return passOnFrom(services, ready, decision.reason, now);
    if (decision.kind === 'PUT_OFF') return putOff(step, decision.until, decision.reason);
    if (channel === 'WEB_PUSH' && !isMandatory(workflow.category)) {
      const { granted, freeAt } = await ready.spend(pushOf(step));
      if (!granted) return putOff(step, freeAt, 'TOO_MANY_AT_ONCE');
    }
    if (step.inDoubt && !isRepeatable(services, ready)) return sent(step, 'UNCERTAIN', 'CUT_OFF', [], now);
    // Nothing becomes of it here: it was cancelled meanwhile, or another worker has it and settles it.
    if (!(await ready.claimHandOver(step))) return skip(step, 'NO_LONGER_OURS', now);
    const usable = addressed.addresses.filter(({ suppressed }) => !suppressed);
    return settleTry(services, ready, await handOver(services, ready, usable, addressed.secrets, signal));
  } catch (error) {
    services.log.warn({ err: error, stepId: step.id }, 'A message could not be made.');
    return settleTry(services, ready, { kind: 'RETRY', code: codeOf(error) });
  }
};
