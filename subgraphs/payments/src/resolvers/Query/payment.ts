import type { QueryResolvers } from '../../generated/resolvers.ts';
import { paymentById } from '../../queries/payments.ts';
import { visiblePayment } from '../../queries/visible-payment.ts';

/** Buyer, market or the staff of a shop with a part in it; null for everybody else, as for an id that does not exist. */
export const payment: QueryResolvers['payment'] = async (_parent, { id }, context) =>
  visiblePayment(context, await context.loaders.one(paymentById).load(id));
