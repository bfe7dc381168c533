import type { LedgerAccountResolvers } from '../generated/resolvers.ts';

export const LedgerAccount: LedgerAccountResolvers = {
  shop: ({ shopId }) => (shopId === null ? null : { id: shopId }),
  order: ({ orderId }) => (orderId === null ? null : { id: orderId }),
};
