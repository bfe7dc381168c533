import type { OrderResolvers } from '../generated/resolvers.ts';
import { visibleEscrow } from '../queries/visible-payment.ts';

export const Order: OrderResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  escrow: ({ id }, _args, context) => visibleEscrow(context, id),
};
