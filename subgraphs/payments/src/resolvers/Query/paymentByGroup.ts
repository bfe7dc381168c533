import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visiblePayment } from '../../queries/visible-payment.ts';
import { paymentByGroup as ask } from '../../usecases/ask-payment.ts';

/** For orders only. Asks the provider before it answers, so that a saga can act on what it hears. */
export const paymentByGroup: QueryResolvers['paymentByGroup'] = async (_parent, { groupId }, context) =>
  visiblePayment(context, (await ask(context.services, groupId)) ?? null);
