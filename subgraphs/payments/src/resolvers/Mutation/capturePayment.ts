import type { MutationResolvers } from '../../generated/resolvers.ts';
import { capturePayment as capture } from '../../usecases/capture-payment.ts';
import { paymentPayload } from '../payment-payload.ts';

/** For orders only; a repetition answers with what came of the first request. */
export const capturePayment: MutationResolvers['capturePayment'] = async (_parent, { input }, context) =>
  paymentPayload(context, await capture(context.services, input.groupId));
