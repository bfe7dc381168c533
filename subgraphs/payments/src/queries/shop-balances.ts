import type { LoaderDefinition } from '@vitrina/platform/loaders';
import type { Services } from '../services.ts';
import { type ShopBalance, shopBalances } from './ledger-balances.ts';

/** Balances of shops, one row per currency. */
export const balancesByShop: LoaderDefinition<Services, string, ShopBalance> = {
  load: ({ database }, ids) => shopBalances(database.orm, ids),
  keyOf: (row) => row.shopId,
};
