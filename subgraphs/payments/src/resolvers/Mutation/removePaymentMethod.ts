import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { forgetCard } from '../../usecases/save-card.ts';

export const removePaymentMethod: MutationResolvers['removePaymentMethod'] = async (
  _parent,
  { input },
  { actor, services },
) => {
  const { value, userErrors } = toPayload(await forgetCard(services, requireUser(actor).userId, input.id));
  return { paymentMethod: value, userErrors };
};
