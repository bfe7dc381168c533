import type { Booking } from './ledger.ts';
import type { Failure } from './provider.ts';

/** Where a payment stands; `PENDING` is also what an unknown outcome looks like until it has been asked. */
export type PaymentState = 'PENDING' | 'REQUIRES_ACTION' | 'AUTHORISED' | 'CAPTURED' | 'FAILED' | 'VOIDED';

/** Name of the adapter for cash at the door: the one way of paying that collects part by part. */
export const cashProvider = 'cash-on-delivery';

/** A payment as decisions see it. */
export interface Payment {
  readonly id: string;
  readonly groupId: string;
  readonly buyerId: string | null;
  readonly provider: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly state: PaymentState;
  readonly providerIntentId: string | null;
  readonly redirectUrl: string | null;
  readonly clientSecret: string | null;
  readonly failureCode: string | null;
  readonly failureMessage: string | null;
  readonly voidRequestedAt: Date | null;
}

/** The part of one order, which is also its escrow. */
export interface Part {
  readonly orderId: string;
  readonly shopId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly fundedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly refundPendingMinor: bigint;
  readonly releasedMinor: bigint;
  readonly releasedCommissionMinor: bigint;
  readonly releasedTaxMinor: bigint;
  readonly commissionMinor: bigint | null;
  readonly commissionTaxMinor: bigint | null;
  readonly frozenAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly completedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly releasedAt: Date | null;
}

/** A part to which nothing happened yet. */
export const freshPart = (about: Pick<Part, 'orderId' | 'shopId' | 'currency' | 'amountMinor'>): Part => ({
  ...about,
  fundedMinor: 0n,
  refundedMinor: 0n,
  refundPendingMinor: 0n,
  releasedMinor: 0n,
  releasedCommissionMinor: 0n,
  releasedTaxMinor: 0n,
  commissionMinor: null,
  commissionTaxMinor: null,
  frozenAt: null,
  deliveredAt: null,
  completedAt: null,
  cancelledAt: null,
  releasedAt: null,
});

/** Money on its way back, with where it is taken from. */
export interface Refund {
  readonly id: string;
  readonly reference: string;
  readonly orderId: string;
  readonly amountMinor: bigint;
  readonly fromEscrowMinor: bigint;
  readonly fromSellerMinor: bigint;
  readonly fromCommissionMinor: bigint;
  readonly fromTaxMinor: bigint;
  readonly reason: string;
  readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
  readonly providerRefundId: string | null;
}

/** A fact other contexts hear about. */
export type Announcement =
  | { readonly kind: 'authorised' }
  | { readonly kind: 'paid'; readonly orderId: string; readonly amountMinor: bigint }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'refunded' | 'refund-failed'; readonly refund: Refund };

/** An effect to have at the provider. */
export type Intended =
  | { readonly kind: 'AUTHORISE' | 'CAPTURE' | 'VOID'; readonly amountMinor: bigint }
  | { readonly kind: 'REFUND'; readonly amountMinor: bigint; readonly refund: Refund };

/** What a decision changes; saved in one transaction. */
export interface Change {
  readonly payment: Partial<Payment>;
  readonly parts: ReadonlyMap<string, Partial<Part>>;
  readonly bookings: readonly Booking[];
  readonly announcements: readonly Announcement[];
  readonly intended: readonly Intended[];
}

export const noChange: Change = { payment: {}, parts: new Map(), bookings: [], announcements: [], intended: [] };

/** Both changes, the second on top of the first. */
export const merged = (first: Change, second: Change): Change => {
  const parts = new Map(first.parts);
  for (const [orderId, patch] of second.parts) parts.set(orderId, { ...parts.get(orderId), ...patch });
  return {
    payment: { ...first.payment, ...second.payment },
    parts,
    bookings: [...first.bookings, ...second.bookings],
    announcements: [...first.announcements, ...second.announcements],
    intended: [...first.intended, ...second.intended],
  };
};

/** The parts as they stand after a change. */
export const partsAfter = (parts: readonly Part[], change: Change): Part[] =>
  parts.map((part) => ({ ...part, ...change.parts.get(part.orderId) }));

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
