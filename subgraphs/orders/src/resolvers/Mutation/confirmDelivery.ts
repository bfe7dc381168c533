import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { deliverOrder } from '../../usecases/deliver-order.ts';
import { orderPayload } from '../order-payload.ts';

/** Only the buyer can say this; the shop has `markDelivered`. */
export const confirmDelivery: MutationResolvers['confirmDelivery'] = async (_parent, { input }, ctx) => {
  invariant(ctx.idempotency, 'confirmDelivery is idempotent.');
  return orderPayload(ctx, await deliverOrder(ctx.services, ctx.identity, ctx.idempotency, input.orderId, ['BUYER']));
};
