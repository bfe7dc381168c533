import { requireInShop } from '@vitrina/platform/auth';
import { money } from '@vitrina/platform/money';
import type { ShopResolvers } from '../generated/resolvers.ts';
import { ledgerEntries } from '../queries/ledger-entries.ts';
import { balancesByShop } from '../queries/shop-balances.ts';

/** Money of a shop, for those who hold `payments:read` in it; an admin holds every capability. */
export const Shop: ShopResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  balance: async ({ id }, _args, { actor, loaders }) => {
    requireInShop(actor, id, 'payments:read');
    const balances = (await loaders.many(balancesByShop).load(id)) ?? [];
    return balances.map(({ currency, payableMinor, inEscrowMinor, cashCollectedMinor }) => ({
      currency,
      payable: money(payableMinor, currency),
      inEscrow: money(inEscrowMinor, currency),
      cashCollected: money(cashCollectedMinor, currency),
    }));
  },
  ledger: ({ id }, page, { actor, services }) => {
    requireInShop(actor, id, 'payments:read');
    return ledgerEntries(services.database.orm, { shopId: id }, page);
  },
};
