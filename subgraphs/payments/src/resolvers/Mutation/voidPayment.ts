import type { MutationResolvers } from '../../generated/resolvers.ts';
import { voidPayment as giveUp } from '../../usecases/void-payment.ts';
import { paymentPayload } from '../payment-payload.ts';

/** For orders only; safe to repeat, and to send while the outcome of the authorisation is unknown. */
export const voidPayment: MutationResolvers['voidPayment'] = async (_parent, { input }, context) =>
  paymentPayload(context, await giveUp(context.services, input.groupId));
