import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setCartDelivery as setDelivery } from '../../usecases/set-cart-delivery.ts';
import { cartPayload } from '../cart-payload.ts';

/** What is left out stays as it is, so address and methods can be chosen on two pages. */
export const setCartDelivery: MutationResolvers['setCartDelivery'] = async (_parent, { input }, ctx) => {
  const { cartId, addressId, address, choices } = input;
  const result = await setDelivery(ctx.services, ctx.identity, {
    cartId,
    addressId: addressId ?? null,
    address: address ?? null,
    choices: choices ?? [],
  });
  return cartPayload(ctx, result, cartId);
};
