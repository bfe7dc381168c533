import { allocate } from '@vitrina/platform/money';
import { authorisedBooking, feeBooking, fundedBooking, voidedBooking } from './facts.ts';
import type { Booking } from './ledger.ts';
import {
  type Change,
  cashProvider,
  merged,
  noChange,
  type Part,
  type Payment,
  type PaymentState,
  partsAfter,
  sum,
} from './payment.ts';
import type { Failure, IntentView } from './provider.ts';
import { refundableMinor, startRefund } from './refund.ts';

/** How a view reached us: as the answer somebody waits for, or by a webhook or a question asked later. */
export type Channel = 'answer' | 'notice';

const isOver = (state: PaymentState): boolean => state === 'FAILED' || state === 'VOIDED';
const progress: Readonly<Record<PaymentState, number>> = {
  PENDING: 0,
  REQUIRES_ACTION: 1,
  AUTHORISED: 2,
  CAPTURED: 3,
  FAILED: 3,
  VOIDED: 3,
};

/** What a view means for a payment in some state. */
export type Step = 'nothing' | 'give back' | Exclude<PaymentState, 'PENDING'>;

/**
 * The next state, whatever order news arrives in: states only move forward, so an old view changes nothing. A payment
 * that is over and yet holds money at the provider has to give it back.
 */
export const nextStep = (current: PaymentState, seen: IntentView['state']): Step => {
  if (seen === 'PROCESSING' || seen === current) return 'nothing';
  if (isOver(current)) return seen === 'AUTHORISED' ? 'give back' : seen === 'CAPTURED' ? 'CAPTURED' : 'nothing';
  if (progress[seen] <= progress[current]) return 'nothing';
  // An authorised payment cannot be declined any more; a failure seen now belongs to an earlier attempt.
  return seen === 'FAILED' && current === 'AUTHORISED' ? 'nothing' : seen;
};

/** Parts of a payment that will not happen are closed with it. */
const cancelAll = (parts: readonly Part[], now: Date): Change['parts'] =>
  new Map(parts.filter((part) => !part.cancelledAt).map((part) => [part.orderId, { cancelledAt: now }]));

/** Only what was announced has to be taken back, and only where nothing came in. */
const voidedBookings = (payment: Payment, parts: readonly Part[]): Booking[] =>
  payment.state === 'AUTHORISED'
    ? parts.filter((part) => part.fundedMinor === 0n).map((part) => voidedBooking(payment, part))
    : [];

/** The payment will not happen. */
export const failed = (payment: Payment, parts: readonly Part[], failure: Failure, now: Date): Change => ({
  ...noChange,
  payment: {
    state: 'FAILED',
    failureCode: failure.code,
    failureMessage: failure.message,
    redirectUrl: null,
    clientSecret: null,
  },
  parts: cancelAll(parts, now),
  bookings: voidedBookings(payment, parts),
  announcements: [{ kind: 'failed', failure }],
});

const lapsed: Failure = {
  code: 'AUTHORISATION_LAPSED',
  message: 'The bank no longer holds the money; start the payment again.',
};

/** Given up before money was taken; when nobody here asked for it, others have to hear. */
export const voided = (payment: Payment, parts: readonly Part[], now: Date): Change => ({
  ...noChange,
  payment: { state: 'VOIDED', redirectUrl: null, clientSecret: null },
  parts: cancelAll(parts, now),
  bookings: voidedBookings(payment, parts),
  announcements: payment.voidRequestedAt ? [] : [{ kind: 'failed', failure: lapsed }],
});

/** Spreads what was taken over the parts; exact when it is the sum of all or of those not cancelled. */
const funding = (parts: readonly Part[], capturedMinor: bigint): Map<string, bigint> => {
  const open = parts.filter((part) => !part.cancelledAt);
  const whole = sum(parts.map((part) => part.amountMinor));
  const chosen = capturedMinor > sum(open.map((part) => part.amountMinor)) || whole === capturedMinor ? parts : open;
  const shares = allocate(
    capturedMinor,
    chosen.map((part) => part.amountMinor),
  );
  return new Map(chosen.map((part, index) => [part.orderId, shares[index] ?? 0n]));
};

/** Starts returning what came in for parts that will not be delivered. */
export const returnCancelled = (payment: Payment, parts: readonly Part[]): Change => {
  let change = noChange;
  for (const part of parts) {
    const amountMinor = refundableMinor(part);
    if (!part.cancelledAt || part.releasedAt || amountMinor === 0n) continue;
    const asked = {
      reference: `cancelled:${part.orderId}`,
      amountMinor,
      reason: 'The order was cancelled.',
      earlier: [],
    };
    change = merged(change, startRefund(payment, part, asked).change);
  }
  return change;
};

/** Money came in: escrow is funded and each order paid, unless the payment or the order was given up before. */
const captured = (payment: Payment, parts: readonly Part[], view: IntentView, now: Date): Change => {
  // Money taken for a payment that was given up goes back as a whole.
  const first: Change = isOver(payment.state) ? { ...noChange, parts: cancelAll(parts, now) } : noChange;
  const standing = partsAfter(parts, first);
  const shares = [...funding(standing, view.capturedMinor)].filter(([, amount]) => amount > 0n);
  const partOf = new Map(standing.map((part) => [part.orderId, part]));
  const wasAnnounced = payment.state === 'AUTHORISED';
  const taken: Change = {
    ...noChange,
    payment: { state: 'CAPTURED', capturedMinor: view.capturedMinor, redirectUrl: null, clientSecret: null },
    parts: new Map(shares.map(([orderId, fundedMinor]) => [orderId, { fundedMinor }])),
    bookings: [
      ...shares.map(([orderId, amount]) => fundedBooking(payment, partOf.get(orderId) as Part, amount, wasAnnounced)),
      ...voidedBookings(
        payment,
        standing.filter((part) => !shares.some(([orderId]) => orderId === part.orderId)),
      ),
    ],
    announcements: shares
      .filter(([orderId]) => !partOf.get(orderId)?.cancelledAt)
      .map(([orderId, amountMinor]) => ({ kind: 'paid' as const, orderId, amountMinor })),
  };
  const change = merged(first, taken);
  return merged(change, returnCancelled(payment, partsAfter(parts, change)));
};

/** Money is promised: announced in the books, and told to whoever may have stopped waiting. */
const authorised = (payment: Payment, parts: readonly Part[], channel: Channel): Change => ({
  ...noChange,
  payment: { state: 'AUTHORISED', redirectUrl: null, clientSecret: null },
  bookings: parts.map((part) => authorisedBooking(payment, part)),
  announcements: channel === 'notice' && !payment.voidRequestedAt ? [{ kind: 'authorised' }] : [],
  // Somebody gave up while the outcome was unknown: what was found now is released at once.
  intended: payment.voidRequestedAt ? [{ kind: 'VOID', amountMinor: payment.amountMinor }] : [],
});

/** What a provider's view of a payment changes. A second object that names the same payment never becomes its own. */
export const observe = (
  payment: Payment,
  parts: readonly Part[],
  view: IntentView,
  at: { readonly channel: Channel; readonly now: Date },
): Change => {
  if (view.intentId !== null && payment.providerIntentId !== null && view.intentId !== payment.providerIntentId)
    return noChange;
  const identified: Change = {
    ...noChange,
    payment: view.intentId === null ? {} : { providerIntentId: view.intentId },
  };
  // Nothing is booked where the provider bills its fees apart: a transaction without postings is refused by the ledger.
  const fee =
    view.fee && view.fee.amountMinor !== 0n && view.state === 'CAPTURED'
      ? [feeBooking(payment, view.fee.amountMinor, view.fee.currency)]
      : [];
  const step = nextStep(payment.state, view.state);
  const effect = ((): Change => {
    switch (step) {
      case 'nothing':
        return noChange;
      case 'give back':
        return { ...noChange, intended: [{ kind: 'VOID', amountMinor: payment.amountMinor }] };
      case 'REQUIRES_ACTION':
        return {
          ...noChange,
          payment: {
            state: 'REQUIRES_ACTION',
            redirectUrl: view.action?.redirectUrl ?? null,
            clientSecret: view.action?.clientSecret ?? null,
          },
          intended: payment.voidRequestedAt ? [{ kind: 'VOID', amountMinor: payment.amountMinor }] : [],
        };
      case 'AUTHORISED':
        return authorised(payment, parts, at.channel);
      case 'CAPTURED':
        return captured(payment, parts, view, at.now);
      case 'FAILED':
        return failed(payment, parts, view.failure ?? lapsed, at.now);
      case 'VOIDED':
        return voided(payment, parts, at.now);
    }
  })();
  // The ledger books a fee once; views that repeat it change nothing.
  const charged: Change = { ...noChange, bookings: payment.provider === cashProvider ? [] : fee };
  return merged(merged(identified, effect), charged);
};
