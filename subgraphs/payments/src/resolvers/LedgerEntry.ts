import { money } from '@vitrina/platform/money';
import type { LedgerEntryResolvers } from '../generated/resolvers.ts';

/** Amounts carry their sign: debits are positive. */
export const LedgerEntry: LedgerEntryResolvers = {
  amount: ({ amountMinor, account }) => money(amountMinor, account.currency),
};
