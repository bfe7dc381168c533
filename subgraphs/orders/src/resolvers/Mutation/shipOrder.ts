import { AppError, invariant } from '@vitrina/platform/errors';
import { cleanText } from '../../domain/plain-text.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { shipOrder as ship } from '../../usecases/ship-order.ts';
import { orderPayload } from '../order-payload.ts';

const maxLength = 100;

const text = (value: string | null | undefined, field: string): string | null => {
  const trimmed = cleanText(value);
  if (trimmed && trimmed.length > maxLength)
    throw new AppError('BAD_USER_INPUT', `"${field}" takes at most ${maxLength} characters.`, {
      field: ['input', field],
    });
  return trimmed;
};

/** Carrier and number are shown to buyers, so control characters are taken out. */
export const shipOrder: MutationResolvers['shipOrder'] = async (_parent, { input }, ctx) => {
  invariant(ctx.idempotency, 'shipOrder is idempotent.');
  const request = {
    orderId: input.orderId,
    carrier: text(input.carrier, 'carrier'),
    trackingNumber: text(input.trackingNumber, 'trackingNumber'),
  };
  return orderPayload(ctx, await ship(ctx.services, ctx.identity, ctx.idempotency, request));
};
