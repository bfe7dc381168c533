import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setCartDelivery as setDelivery } from '../../usecases/set-cart-delivery.ts';
import { cartPayload } from '../cart-payload.ts';

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
