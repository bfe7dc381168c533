import type { LedgerAccountResolvers } from '../generated/resolvers.ts';

/** Owners are stubs of other contexts. */
export const LedgerAccount: LedgerAccountResolvers = {
  shop: ({ shopId }) => (shopId === null ? null : { id: shopId }),
  order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
};
