import { money } from '@vitrina/platform/money';
import type { CommissionResolvers } from '../generated/resolvers.ts';
import { commissionByOrder } from '../queries/payments.ts';

/** As frozen when the order was placed; what a release really kept is in the ledger. */
export const Commission: CommissionResolvers = {
  amount: (part) => money(part.commissionMinor ?? 0n, part.currency),
  tax: (part) => money(part.commissionTaxMinor ?? 0n, part.currency),
  sellerShare: (part) =>
    money(part.amountMinor - (part.commissionMinor ?? 0n) - (part.commissionTaxMinor ?? 0n), part.currency),
  lines: async ({ orderId, currency }, _args, { loaders }) =>
    ((await loaders.many(commissionByOrder).load(orderId)) ?? []).map((line) => ({ line, currency })),
};
