import type { OrderGroupResolvers } from '../generated/resolvers.ts';
import { paymentByGroup } from '../queries/payments.ts';
import { visiblePayment } from '../queries/visible-payment.ts';

/** Payments knows no groups, only their ids; every reference resolves, and access is decided on the field. */
export const OrderGroup: OrderGroupResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  payment: async ({ id }, _args, context) =>
    visiblePayment(context, await context.loaders.one(paymentByGroup).load(id)),
};
