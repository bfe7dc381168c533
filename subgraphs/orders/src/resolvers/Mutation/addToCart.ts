import type { MutationResolvers } from '../../generated/resolvers.ts';
import { addToCart as add } from '../../usecases/change-cart.ts';
import { cartPayload } from '../cart-payload.ts';

/** The cart may be left out: what a person adds first makes one. */
export const addToCart: MutationResolvers['addToCart'] = async (_parent, { input }, ctx) => {
  const { cartId = null, variantId } = input;
  const quantity = input.quantity ?? 1;
  return cartPayload(ctx, await add(ctx.services, ctx.identity, { cartId, variantId, quantity }), cartId);
};
