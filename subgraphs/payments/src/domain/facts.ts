import { type Account, accounts, type Booking, booking, credit, debit } from './ledger.ts';
import { cashProvider, type Part, type Payment, type Refund } from './payment.ts';

/** Where the money of a part comes in: at the provider, or in the hands of the shop that collects cash. */
const incoming = (payment: Payment, part: Part): Account =>
  payment.provider === cashProvider
    ? accounts.cashReceivable(part.shopId, part.currency)
    : accounts.clearing(payment.provider, part.currency);

const escrowOf = (part: Part): Account => accounts.escrow(part.orderId, part.shopId, part.currency);
const ids = (payment: Payment, part: Part) => ({ paymentId: payment.id, orderId: part.orderId });
const authorisation = (part: Part): string => `authorisation:${part.orderId}`;

/** Announces a part: pending until it is taken or given up. */
export const authorisedBooking = (payment: Payment, part: Part): Booking =>
  booking({
    fact: 'AUTHORISATION',
    source: authorisation(part),
    phase: 'PENDING',
    ...ids(payment, part),
    legs: [debit(incoming(payment, part), part.amountMinor), credit(escrowOf(part), part.amountMinor)],
  });

/** Money of a part came in. */
export const fundedBooking = (payment: Payment, part: Part, amountMinor: bigint, wasAnnounced: boolean): Booking =>
  booking({
    fact: payment.provider === cashProvider ? 'CASH_COLLECTION' : 'CAPTURE',
    source: `funded:${part.orderId}`,
    phase: 'POSTED',
    ...(wasAnnounced && { resolves: authorisation(part) }),
    ...ids(payment, part),
    legs: [debit(incoming(payment, part), amountMinor), credit(escrowOf(part), amountMinor)],
  });

/** An announced part will not come in. */
export const voidedBooking = (payment: Payment, part: Part): Booking =>
  booking({
    fact: 'VOID',
    source: `voided:${part.orderId}`,
    phase: 'VOIDED',
    resolves: authorisation(part),
    ...ids(payment, part),
    legs: [],
  });

/** What the provider kept, in the currency it settles in. */
export const feeBooking = (payment: Payment, amountMinor: bigint, currency: string): Booking =>
  booking({
    fact: 'PROVIDER_FEE',
    source: `fee:${payment.id}`,
    phase: 'POSTED',
    paymentId: payment.id,
    legs: [
      debit(accounts.providerFees(payment.provider, currency), amountMinor),
      credit(accounts.clearing(payment.provider, currency), amountMinor),
    ],
  });

/** Shares of a release. */
export interface Shares {
  readonly grossMinor: bigint;
  readonly commissionMinor: bigint;
  readonly taxMinor: bigint;
  readonly sellerMinor: bigint;
}

/** Escrow becomes the shop's, less what the market keeps. */
export const releasedBooking = (payment: Payment, part: Part, shares: Shares): Booking =>
  booking({
    fact: 'ESCROW_RELEASE',
    source: `released:${part.orderId}`,
    phase: 'POSTED',
    ...ids(payment, part),
    legs: [
      debit(escrowOf(part), shares.grossMinor),
      credit(accounts.sellerPayable(part.shopId, part.currency), shares.sellerMinor),
      credit(accounts.commission(part.currency), shares.commissionMinor),
      credit(accounts.commissionTax(part.currency), shares.taxMinor),
    ],
  });

/** Sides of a refund; `sign` -1 turns it round. */
const refundLegs = (payment: Payment, part: Part, refund: Refund, sign = 1n) => [
  debit(escrowOf(part), sign * refund.fromEscrowMinor),
  debit(accounts.sellerPayable(part.shopId, part.currency), sign * refund.fromSellerMinor),
  debit(accounts.commission(part.currency), sign * refund.fromCommissionMinor),
  debit(accounts.commissionTax(part.currency), sign * refund.fromTaxMinor),
  credit(incoming(payment, part), sign * refund.amountMinor),
];

/** A refund was asked for: pending, so that nothing else spends the money meanwhile. */
export const refundAnnounced = (payment: Payment, part: Part, refund: Refund): Booking =>
  booking({
    fact: 'REFUND',
    source: `refund:${refund.id}`,
    phase: 'PENDING',
    ...ids(payment, part),
    legs: refundLegs(payment, part, refund),
  });

/** The money went back. */
export const refundBooked = (payment: Payment, part: Part, refund: Refund): Booking =>
  booking({
    fact: 'REFUND',
    source: `refund-settled:${refund.id}`,
    phase: 'POSTED',
    resolves: `refund:${refund.id}`,
    ...ids(payment, part),
    legs: refundLegs(payment, part, refund),
  });

/** The provider could not return the money. */
export const refundGivenUp = (payment: Payment, part: Part, refund: Refund): Booking =>
  booking({
    fact: 'VOID',
    source: `refund-failed:${refund.id}`,
    phase: 'VOIDED',
    resolves: `refund:${refund.id}`,
    ...ids(payment, part),
    legs: [],
  });

/** A refund that had gone through came back from the buyer's bank. */
export const refundBounced = (payment: Payment, part: Part, refund: Refund): Booking =>
  booking({
    fact: 'REFUND',
    source: `refund-bounced:${refund.id}`,
    phase: 'POSTED',
    ...ids(payment, part),
    legs: refundLegs(payment, part, refund, -1n),
  });
