import { money } from '@vitrina/platform/money';
import type { LedgerEntryResolvers } from '../generated/resolvers.ts';

export const LedgerEntry: LedgerEntryResolvers = {
  amount: ({ amountMinor, account }) => money(amountMinor, account.currency),
};
