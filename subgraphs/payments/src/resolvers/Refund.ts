import { money } from '@vitrina/platform/money';
import type { RefundResolvers } from '../generated/resolvers.ts';

/** Refunds are reached through a payment, which already left out what its viewer may not see. */
export const Refund: RefundResolvers = {
  amount: (refund) => money(refund.amountMinor, refund.currency),
  order: ({ orderId }) => ({ id: orderId }),
};
