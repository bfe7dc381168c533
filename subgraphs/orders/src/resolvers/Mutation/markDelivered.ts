import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { deliverOrder } from '../../usecases/deliver-order.ts';
import { orderPayload } from '../order-payload.ts';

/** For shops whose carrier tells them, and for cash taken at the door. */
export const markDelivered: MutationResolvers['markDelivered'] = async (_parent, { input }, ctx) => {
  invariant(ctx.idempotency, 'markDelivered is idempotent.');
  return orderPayload(
    ctx,
    await deliverOrder(ctx.services, ctx.identity, ctx.idempotency, input.orderId, ['SHOP', 'ADMIN']),
  );
};
