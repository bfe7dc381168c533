import type { MutationResolvers } from '../../generated/resolvers.ts';
import { attachCart as attach } from '../../usecases/change-cart.ts';
import { cartPayload } from '../cart-payload.ts';

/** Proof that the guest cart is the caller’s is the secret in the header, not its id. */
export const attachCart: MutationResolvers['attachCart'] = async (_parent, { input }, ctx) =>
  cartPayload(ctx, await attach(ctx.services, ctx.identity, input.cartId), null);
