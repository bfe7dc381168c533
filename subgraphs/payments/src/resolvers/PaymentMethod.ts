import type { PaymentMethodResolvers } from '../generated/resolvers.ts';
import { methodById } from '../queries/payment-methods.ts';

/** A saved card: brand, last four digits and expiry are all that is known of it here. */
export const PaymentMethod: PaymentMethodResolvers = {
  /** Its owner's alone, and gone once removed; anybody else cannot tell it from one that never was. */
  __resolveReference: async ({ id }, { actor, loaders }) => {
    const row = await loaders.one(methodById).load(id);
    return row && actor.kind === 'user' && row.userId === actor.userId && !row.removedAt ? row : null;
  },
  kind: () => 'CARD',
};
