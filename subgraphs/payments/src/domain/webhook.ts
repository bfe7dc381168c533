import { nextStep } from './observe.ts';
import type { PaymentState } from './payment.ts';
import type { WebhookSubject } from './provider.ts';

/** What we know about the payment or refund an event is about, at the moment the event is looked at. */
export interface Standing {
  readonly paymentId: string;
  readonly state: PaymentState;
  /** True while somebody waits for the provider's answer to a call: that answer says what the event says. */
  readonly isBeingAsked: boolean;
  /** False while something is still to be learnt that a state does not tell: the provider's fee, a card to keep. */
  readonly isFullyKnown: boolean;
  /** State of the refund the event is about; null when the event is about the payment. */
  readonly refundState: 'PENDING' | 'SUCCEEDED' | 'FAILED' | null;
}

/**
 * What to do with an event. `ignore`: it is not ours. `nothing`: we are where it points to, or further. `later`: an
 * answer that is under way will tell, or the payment is not known. `ask`: only the provider can say where things stand.
 */
export type Reaction = 'ignore' | 'nothing' | 'later' | 'ask';

/** Our objects carry our id since the request that made them, so one without it is somebody else's. */
const isForeign = (subject: WebhookSubject): boolean =>
  subject.kind === 'intent' ? subject.paymentId === null : subject.refundId === null;

const tellsNothingNew = (subject: WebhookSubject, standing: Standing): boolean => {
  if (subject.kind === 'refund') return subject.claims !== undefined && subject.claims === standing.refundState;
  if (subject.claims === undefined || !standing.isFullyKnown) return false;
  return nextStep(standing.state, subject.claims) === 'nothing';
};

/**
 * Decides about an event. Its signed content is never applied; it only tells whether asking could bring news: states move
 * forward, and each later one has an event of its own.
 */
export const reactionTo = (subject: WebhookSubject | null, standing: Standing | undefined): Reaction => {
  if (!subject) return 'ignore';
  if (!standing) return isForeign(subject) ? 'ignore' : 'later';
  if (tellsNothingNew(subject, standing)) return 'nothing';
  return standing.isBeingAsked ? 'later' : 'ask';
};

const firstPauseMs = 2_000;
const longestPauseMs = 600_000;
/** A payment is written down before its provider hears of it: one that is unknown after these tries (17 minutes) stays so. */
const unknownAttempts = 9;
/** The provider may be away, but not for longer than about a day of tries. */
const askedAttempts = 150;

/** Milliseconds until an event that waits is looked at again after so many looks: 2 s, 4 s … up to ten minutes. */
export const webhookPauseMs = (attempts: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 12));

/** True when an event has waited for long enough: its payment will not turn up, or its provider never answers. */
export const isGivenUp = (attempts: number, isKnown: boolean): boolean =>
  attempts >= (isKnown ? askedAttempts : unknownAttempts);
