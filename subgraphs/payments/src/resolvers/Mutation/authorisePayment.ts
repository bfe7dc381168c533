import type { MutationResolvers } from '../../generated/resolvers.ts';
import { authorisePayment as authorise } from '../../usecases/authorise-payment.ts';
import { paymentPayload } from '../payment-payload.ts';

/** For orders only. A decline is a payment that failed; refusals are for requests that make no sense. */
export const authorisePayment: MutationResolvers['authorisePayment'] = async (_parent, { input }, context) =>
  paymentPayload(
    context,
    await authorise(context.services, {
      ...input,
      buyerId: input.buyerId ?? null,
      guestKey: input.guestKey ?? null,
      paymentMethodId: input.paymentMethodId ?? null,
      providerToken: input.providerToken ?? null,
      saveMethod: input.saveMethod ?? false,
      returnUrl: input.returnUrl ?? null,
    }),
  );
