import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setLineQuantity } from '../../usecases/change-cart.ts';
import { cartPayload } from '../cart-payload.ts';

export const setCartLineQuantity: MutationResolvers['setCartLineQuantity'] = async (_parent, { input }, ctx) =>
  cartPayload(ctx, await setLineQuantity(ctx.services, ctx.identity, input), input.cartId);
