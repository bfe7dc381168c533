import { AppError, invariant } from '@vitrina/platform/errors';
import { cleanText } from '../../domain/plain-text.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { cancelOrder as cancel } from '../../usecases/cancel-order.ts';
import { orderPayload } from '../order-payload.ts';

const maxNoteLength = 500;

/** Who asks decides the reason that is recorded: buyer, shop, or the market for an admin. */
export const cancelOrder: MutationResolvers['cancelOrder'] = async (_parent, { input }, ctx) => {
  invariant(ctx.idempotency, 'cancelOrder is idempotent.');
  const note = cleanText(input.note);
  if (note && note.length > maxNoteLength) {
    throw new AppError('BAD_USER_INPUT', `"note" takes at most ${maxNoteLength} characters.`, {
      field: ['input', 'note'],
    });
  }
  return orderPayload(ctx, await cancel(ctx.services, ctx.identity, ctx.idempotency, { orderId: input.orderId, note }));
};
