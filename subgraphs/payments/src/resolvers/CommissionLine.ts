import { money } from '@vitrina/platform/money';
import type { CommissionLineResolvers } from '../generated/resolvers.ts';

/** One line of the frozen commission. */
export const CommissionLine: CommissionLineResolvers = {
  orderLineId: ({ line }) => line.orderLineId,
  basisPoints: ({ line }) => line.basisPoints,
  charged: ({ line, currency }) => money(line.chargedMinor, currency),
  amount: ({ line, currency }) => money(line.amountMinor, currency),
};
