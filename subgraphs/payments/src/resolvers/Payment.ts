import { money } from '@vitrina/platform/money';
import { cashProvider, sum } from '../domain/payment.ts';
import type { PaymentResolvers } from '../generated/resolvers.ts';
import type { PaymentMapper } from '../mappers.ts';
import { methodById } from '../queries/payment-methods.ts';
import { paymentById, refundsByPayment } from '../queries/payments.ts';
import { visiblePayment } from '../queries/visible-payment.ts';
import type { EscrowRow } from '../store/payment.table.ts';

/** Staff see the sum of their own parts; for everybody else the parts are the whole. */
const total = ({ row, parts }: PaymentMapper, of: (part: EscrowRow) => bigint) =>
  money(sum(parts.map(of)), row.currency);

/** A payment through the eyes of its viewer: what they may see was decided when it was loaded (`visiblePayment`). */
export const Payment: PaymentResolvers = {
  __resolveReference: async (reference, context) =>
    visiblePayment(context, await context.loaders.one(paymentById).load(reference.id)),
  state: ({ row }) => row.state,
  methodKind: ({ row }) => (row.provider === cashProvider ? 'CASH_ON_DELIVERY' : 'CARD'),
  amount: (view) => total(view, (part) => part.amountMinor),
  captured: (view) => total(view, (part) => part.fundedMinor),
  refunded: (view) => total(view, (part) => part.refundedMinor),
  action: ({ row, viewpoint }, _args, { actor }) => {
    const isTheirs = viewpoint === 'buyer' || actor.kind === 'service';
    if (!isTheirs || row.state !== 'REQUIRES_ACTION') return null;
    return { redirectUrl: row.redirectUrl, clientSecret: row.clientSecret };
  },
  failure: ({ row, viewpoint }) => {
    if (viewpoint === 'staff' || row.failureCode === null || row.failureMessage === null) return null;
    return { code: row.failureCode, message: row.failureMessage };
  },
  paymentMethod: ({ row, viewpoint }, _args, { loaders }) =>
    viewpoint === 'buyer' && row.paymentMethodId !== null ? loaders.one(methodById).load(row.paymentMethodId) : null,
  parts: ({ parts }) => parts,
  refunds: async ({ row, parts }, _args, { loaders }) => {
    const seen = new Set(parts.map((part) => part.orderId));
    return ((await loaders.many(refundsByPayment).load(row.id)) ?? []).filter((refund) => seen.has(refund.orderId));
  },
  createdAt: ({ row }) => row.createdAt,
};
