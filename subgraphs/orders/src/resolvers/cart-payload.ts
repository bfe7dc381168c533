import type { Refusal, Result } from '@vitrina/platform/result';
import { toPayload } from '@vitrina/platform/result';
import { liveCartById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { CartRow } from '../store/cart.table.ts';
import { cartInUse, findCart } from '../usecases/find-cart.ts';

/** The cart after a change, or as it stands when the change was refused; what this request knew of it is forgotten. */
export const cartPayload = async (ctx: Context, result: Result<CartRow, Refusal>, cartId?: string | null) => {
  const { value, userErrors } = toPayload(result);
  const { orm } = ctx.services.database;
  const cart = value ?? (cartId ? await findCart(orm, ctx.identity, cartId) : await cartInUse(orm, ctx.identity));
  if (cart) ctx.loaders.one(liveCartById).clear(cart.id);
  return { cart, userErrors };
};
