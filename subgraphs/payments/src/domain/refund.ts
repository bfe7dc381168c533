import { newId } from '@vitrina/platform/ids';
import { allocate } from '@vitrina/platform/money';
import { refundAnnounced, refundBooked, refundBounced, refundGivenUp } from './facts.ts';
import { type Change, noChange, type Part, type Payment, type Refund, sum } from './payment.ts';
import type { RefundView } from './provider.ts';

/** What may still go back for a part. */
export const refundableMinor = (part: Part): bigint => part.fundedMinor - part.refundedMinor - part.refundPendingMinor;

/**
 * Says where a refund is taken from: from escrow while it is held; afterwards first from what a bounced refund left
 * there, then from shop, commission and tax in proportion to what each still has of this order, so the market gives its
 * commission back too.
 */
const sources = (part: Part, earlier: readonly Refund[], amountMinor: bigint) => {
  if (!part.releasedAt)
    return { fromEscrowMinor: amountMinor, fromSellerMinor: 0n, fromCommissionMinor: 0n, fromTaxMinor: 0n };
  const live = earlier.filter((refund) => refund.orderId === part.orderId && refund.state !== 'FAILED');
  const back = (of: (refund: Refund) => bigint) => sum(live.map(of));
  const leftMinor = part.fundedMinor - part.releasedMinor - back((refund) => refund.fromEscrowMinor);
  const fromEscrowMinor = amountMinor < leftMinor ? amountMinor : leftMinor;
  const sellerMinor = part.releasedMinor - part.releasedCommissionMinor - part.releasedTaxMinor;
  const [seller = 0n, commission = 0n, tax = 0n] = allocate(amountMinor - fromEscrowMinor, [
    sellerMinor - back((refund) => refund.fromSellerMinor),
    part.releasedCommissionMinor - back((refund) => refund.fromCommissionMinor),
    part.releasedTaxMinor - back((refund) => refund.fromTaxMinor),
  ]);
  return { fromEscrowMinor, fromSellerMinor: seller, fromCommissionMinor: commission, fromTaxMinor: tax };
};

/** Starts returning money of a part; the caller has checked that there is as much. */
export const startRefund = (
  payment: Payment,
  part: Part,
  asked: {
    readonly reference: string;
    readonly amountMinor: bigint;
    readonly reason: string;
    readonly earlier: readonly Refund[];
  },
): { readonly refund: Refund; readonly change: Change } => {
  const { reference, amountMinor, reason, earlier } = asked;
  const refund: Refund = {
    id: newId('rfd'),
    reference,
    orderId: part.orderId,
    amountMinor,
    ...sources(part, earlier, amountMinor),
    reason,
    state: 'PENDING',
    providerRefundId: null,
  };
  const patch = { refundPendingMinor: part.refundPendingMinor + amountMinor };
  const change: Change = {
    ...noChange,
    parts: new Map([[part.orderId, patch]]),
    bookings: [refundAnnounced(payment, part, refund)],
    intended: [{ kind: 'REFUND', amountMinor, refund }],
  };
  return { refund, change };
};

/** The money is back with the buyer. */
const settled = (payment: Payment, part: Part, refund: Refund): Change => ({
  ...noChange,
  payment: { refundedMinor: payment.refundedMinor + refund.amountMinor },
  parts: new Map([
    [
      part.orderId,
      {
        refundPendingMinor: part.refundPendingMinor - refund.amountMinor,
        refundedMinor: part.refundedMinor + refund.amountMinor,
      },
    ],
  ]),
  bookings: [refundBooked(payment, part, refund)],
  announcements: [{ kind: 'refunded', refund }],
});

/** It never left; what was set aside is free again. */
const givenUp = (payment: Payment, part: Part, refund: Refund): Change => ({
  ...noChange,
  parts: new Map([[part.orderId, { refundPendingMinor: part.refundPendingMinor - refund.amountMinor }]]),
  bookings: [refundGivenUp(payment, part, refund)],
  announcements: [{ kind: 'refund-failed', refund }],
});

/** It left and came back: booked in again, where the next refund takes it from. */
const bounced = (payment: Payment, part: Part, refund: Refund): Change => ({
  ...noChange,
  payment: { refundedMinor: payment.refundedMinor - refund.amountMinor },
  parts: new Map([[part.orderId, { refundedMinor: part.refundedMinor - refund.amountMinor }]]),
  bookings: [refundBounced(payment, part, refund)],
  announcements: [{ kind: 'refund-failed', refund }],
});

/**
 * What the provider's word on a refund changes; null when it says nothing new. Only forward: pending to succeeded or
 * failed, and succeeded to failed when the buyer's bank sends the money back.
 */
export const observeRefund = (
  payment: Payment,
  part: Part,
  refund: Refund,
  seen: RefundView['state'],
): Change | null => {
  if (refund.state === 'PENDING' && seen === 'SUCCEEDED') return settled(payment, part, refund);
  if (refund.state === 'PENDING' && seen === 'FAILED') return givenUp(payment, part, refund);
  if (refund.state === 'SUCCEEDED' && seen === 'FAILED') return bounced(payment, part, refund);
  return null;
};
