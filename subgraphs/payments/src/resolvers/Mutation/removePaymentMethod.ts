import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { forgetCard } from '../../usecases/save-card.ts';

/** The viewer's own cards only; another person's is as unknown as one that never was. */
export const removePaymentMethod: MutationResolvers['removePaymentMethod'] = async (
  _parent,
  { input },
  { actor, services },
) => {
  const { value, userErrors } = toPayload(await forgetCard(services, requireUser(actor).userId, input.id));
  return { paymentMethod: value, userErrors };
};
