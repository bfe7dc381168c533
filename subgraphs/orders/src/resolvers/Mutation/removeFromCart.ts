import { AppError } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removeLines } from '../../usecases/change-cart.ts';
import { cartPayload } from '../cart-payload.ts';

const maxLines = 100;

/** Bounded, because every id becomes a parameter of one statement. */
export const removeFromCart: MutationResolvers['removeFromCart'] = async (_parent, { input }, ctx) => {
  if (input.lineIds.length > maxLines)
    throw new AppError('BAD_USER_INPUT', `Take out at most ${maxLines} lines at a time.`, {
      field: ['input', 'lineIds'],
    });
  return cartPayload(ctx, await removeLines(ctx.services, ctx.identity, input), input.cartId);
};
