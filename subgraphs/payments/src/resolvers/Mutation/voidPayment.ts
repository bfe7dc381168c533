import type { MutationResolvers } from '../../generated/resolvers.ts';
import { voidPayment as giveUp } from '../../usecases/void-payment.ts';
import { paymentPayload } from '../payment-payload.ts';

export const voidPayment: MutationResolvers['voidPayment'] = async (_parent, { input }, context) =>
  paymentPayload(context, await giveUp(context.services, input.groupId));
