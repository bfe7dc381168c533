import { money } from '@vitrina/platform/money';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { balancesByKind } from '../../queries/ledger-balances.ts';

/** Sums of the whole books, for admins. The totals are zero by the database's own rules; showing them lets anybody check. */
export const ledgerBalances: QueryResolvers['ledgerBalances'] = async (_parent, _args, { services }) => {
  const balances = await balancesByKind(services.database.orm);
  const totals = new Map<string, bigint>();
  for (const { currency, postedMinor } of balances) totals.set(currency, (totals.get(currency) ?? 0n) + postedMinor);
  return {
    accounts: balances.map(({ kind, currency, postedMinor, pendingMinor }) => ({
      kind,
      posted: money(postedMinor, currency),
      pending: money(pendingMinor, currency),
    })),
    totals: [...totals].map(([currency, amountMinor]) => money(amountMinor, currency)),
  };
};
