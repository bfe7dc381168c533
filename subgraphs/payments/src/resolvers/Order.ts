import type { OrderResolvers } from '../generated/resolvers.ts';
import { visibleEscrow } from '../queries/visible-payment.ts';

/** Every reference resolves, so that an order's existence is not told here; access is decided on the field. */
export const Order: OrderResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  escrow: ({ id }, _args, context) => visibleEscrow(context, id),
};
