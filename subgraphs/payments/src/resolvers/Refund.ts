import { money } from '@vitrina/platform/money';
import type { RefundResolvers } from '../generated/resolvers.ts';

export const Refund: RefundResolvers = {
  amount: (refund) => money(refund.amountMinor, refund.currency),
  order: ({ orderId }) => ({ id: orderId }),
};
