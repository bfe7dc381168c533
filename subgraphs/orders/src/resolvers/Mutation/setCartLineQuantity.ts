import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setLineQuantity } from '../../usecases/change-cart.ts';
import { cartPayload } from '../cart-payload.ts';

/** Sets, does not add: sending it twice is harmless. */
export const setCartLineQuantity: MutationResolvers['setCartLineQuantity'] = async (_parent, { input }, ctx) =>
  cartPayload(ctx, await setLineQuantity(ctx.services, ctx.identity, input), input.cartId);
