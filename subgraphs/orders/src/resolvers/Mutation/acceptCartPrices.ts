import type { MutationResolvers } from '../../generated/resolvers.ts';
import { acceptPrices } from '../../usecases/change-cart.ts';
import { cartPayload } from '../cart-payload.ts';

/** The only way a price becomes "seen" without adding goods: the buyer has to say so. */
export const acceptCartPrices: MutationResolvers['acceptCartPrices'] = async (_parent, { input }, ctx) =>
  cartPayload(ctx, await acceptPrices(ctx.services, ctx.identity, input.cartId), input.cartId);
