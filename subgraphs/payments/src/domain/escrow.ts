import { sharesAtRelease } from './commission.ts';
import { releasedBooking } from './facts.ts';
import { type Change, noChange, type Part, type Payment } from './payment.ts';

export type EscrowState = 'AWAITING_PAYMENT' | 'HELD' | 'RELEASED' | 'CLOSED';
export type HoldReason =
  | 'NOT_PAID'
  | 'NOT_DELIVERED'
  | 'RETURN_WINDOW_OPEN'
  | 'REFUND_IN_PROGRESS'
  | 'COMMISSION_NOT_FROZEN';

/** Where the money of an order stands. */
export const escrowState = (part: Part): EscrowState => {
  if (part.releasedAt) return 'RELEASED';
  if (part.fundedMinor === 0n) return part.cancelledAt ? 'CLOSED' : 'AWAITING_PAYMENT';
  return part.refundedMinor === part.fundedMinor ? 'CLOSED' : 'HELD';
};

/** What is held at this moment. */
export const heldMinor = (part: Part): bigint => (part.releasedAt ? 0n : part.fundedMinor - part.refundedMinor);

/** Everything that keeps the money from the shop; empty means it may be released. */
export const holdReasons = (part: Part): HoldReason[] => {
  const state = escrowState(part);
  if (state === 'RELEASED' || state === 'CLOSED') return [];
  const reasons: HoldReason[] = [];
  if (part.fundedMinor === 0n) reasons.push('NOT_PAID');
  if (!part.completedAt) reasons.push(part.deliveredAt ? 'RETURN_WINDOW_OPEN' : 'NOT_DELIVERED');
  if (part.refundPendingMinor > 0n) reasons.push('REFUND_IN_PROGRESS');
  if (!part.frozenAt) reasons.push('COMMISSION_NOT_FROZEN');
  return reasons;
};

/** Releases a part as soon as nothing holds it, whichever fact came last; otherwise changes nothing. */
export const releaseIfDue = (payment: Payment, part: Part, now: Date): Change => {
  if (escrowState(part) !== 'HELD' || part.cancelledAt || holdReasons(part).length > 0) return noChange;
  const shares = sharesAtRelease(part);
  const patch: Partial<Part> = {
    releasedAt: now,
    releasedMinor: shares.grossMinor,
    releasedCommissionMinor: shares.commissionMinor,
    releasedTaxMinor: shares.taxMinor,
  };
  return { ...noChange, parts: new Map([[part.orderId, patch]]), bookings: [releasedBooking(payment, part, shares)] };
};
