import type { QueryResolvers } from '../../generated/resolvers.ts';
import { paymentById } from '../../queries/payments.ts';
import { visiblePayment } from '../../queries/visible-payment.ts';

export const payment: QueryResolvers['payment'] = async (_parent, { id }, context) =>
  visiblePayment(context, await context.loaders.one(paymentById).load(id));
