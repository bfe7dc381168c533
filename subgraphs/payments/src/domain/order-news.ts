import { fundedBooking, voidedBooking } from './facts.ts';
import { returnCancelled, voided } from './observe.ts';
import { type Change, cashProvider, merged, noChange, type Part, type Payment, partsAfter, sum } from './payment.ts';

const partOf = (parts: readonly Part[], orderId: string): Part | undefined =>
  parts.find((part) => part.orderId === orderId);

/** Cash payments are captured once every part is collected or cancelled, and voided when all are cancelled. */
const cashState = (payment: Payment, parts: readonly Part[], now: Date): Change => {
  if (payment.provider !== cashProvider || payment.state !== 'AUTHORISED') return noChange;
  if (parts.some((part) => part.fundedMinor === 0n && !part.cancelledAt)) return noChange;
  if (parts.some((part) => part.fundedMinor > 0n)) return { ...noChange, payment: { state: 'CAPTURED' } };
  return { ...voided({ ...payment, voidRequestedAt: now }, parts, now), bookings: [] };
};

/** The buyer has the goods of a part; cash on delivery changed hands with them. */
export const delivered = (payment: Payment, parts: readonly Part[], orderId: string, at: Date): Change => {
  const part = partOf(parts, orderId);
  if (!part || part.deliveredAt) return noChange;
  const noted: Change = { ...noChange, parts: new Map([[orderId, { deliveredAt: at }]]) };
  const isDue =
    payment.provider === cashProvider && payment.state === 'AUTHORISED' && part.fundedMinor === 0n && !part.cancelledAt;
  if (!isDue) return noted;
  const collected: Change = {
    ...noChange,
    payment: { capturedMinor: payment.capturedMinor + part.amountMinor },
    parts: new Map([[orderId, { fundedMinor: part.amountMinor }]]),
    bookings: [fundedBooking(payment, part, part.amountMinor, true)],
    announcements: [{ kind: 'paid', orderId, amountMinor: part.amountMinor }],
  };
  const change = merged(noted, collected);
  return merged(change, cashState(payment, partsAfter(parts, change), at));
};

/** The return window of a part closed without a dispute. */
export const completed = (parts: readonly Part[], orderId: string, at: Date): Change => {
  const part = partOf(parts, orderId);
  if (!part || part.completedAt) return noChange;
  return { ...noChange, parts: new Map([[orderId, { completedAt: at }]]) };
};

/** Nothing is held for cash, so a part that was not collected is simply dropped. */
const cancelledCash = (payment: Payment, parts: readonly Part[], part: Part, change: Change, now: Date): Change => {
  const announced = payment.state === 'AUTHORISED' && part.fundedMinor === 0n;
  const dropped = merged(change, { ...noChange, bookings: announced ? [voidedBooking(payment, part)] : [] });
  return merged(dropped, cashState(payment, partsAfter(parts, dropped), now));
};

/** The whole group is cancelled before money was taken: the authorisation is given up. */
const cancelledCard = (payment: Payment, parts: readonly Part[], change: Change, now: Date): Change => {
  const isOpen = payment.state === 'PENDING' || payment.state === 'REQUIRES_ACTION' || payment.state === 'AUTHORISED';
  if (!isOpen || partsAfter(parts, change).some((part) => !part.cancelledAt)) return change;
  return merged(change, requestVoid(payment, now));
};

/** Asks for an authorisation to be given up, now or as soon as it is known. */
export const requestVoid = (payment: Payment, now: Date): Change => ({
  ...noChange,
  payment: { voidRequestedAt: payment.voidRequestedAt ?? now },
  intended:
    payment.state === 'PENDING' && payment.providerIntentId === null
      ? []
      : [{ kind: 'VOID', amountMinor: payment.amountMinor }],
});

/** A part will not be fulfilled: what came in for it goes back, what did not come in will not. */
export const cancelled = (payment: Payment, parts: readonly Part[], orderId: string, now: Date): Change => {
  const part = partOf(parts, orderId);
  if (!part || part.releasedAt) return noChange;
  const noted: Change = {
    ...noChange,
    parts: part.cancelledAt ? new Map() : new Map([[orderId, { cancelledAt: now }]]),
  };
  const change =
    payment.provider === cashProvider
      ? cancelledCash(payment, parts, part, noted, now)
      : cancelledCard(payment, parts, noted, now);
  // Whoever cancelled the part first returns its money: what failed of that is seen to as a refund that failed.
  if (part.cancelledAt) return change;
  return merged(
    change,
    returnCancelled(
      payment,
      partsAfter(parts, change).filter((each) => each.orderId === orderId),
    ),
  );
};

/** What a capture takes: everything but the parts that were cancelled meanwhile. */
export const capturableMinor = (parts: readonly Part[]): bigint =>
  sum(parts.filter((part) => !part.cancelledAt).map((part) => part.amountMinor));
