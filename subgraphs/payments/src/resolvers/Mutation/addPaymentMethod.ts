import { requireUser } from '@vitrina/platform/auth';
import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { methodById } from '../../queries/payment-methods.ts';
import { saveCard } from '../../usecases/save-card.ts';

/** Saves for the viewer; a token bound to another customer of the provider is refused there. */
export const addPaymentMethod: MutationResolvers['addPaymentMethod'] = async (
  _parent,
  { input },
  { actor, services, loaders, idempotency },
) => {
  invariant(idempotency, 'addPaymentMethod is @idempotent.');
  const { providerToken } = input;
  const { outcome, replayed } = await saveCard(services, requireUser(actor).userId, { providerToken, idempotency });
  const paymentMethod = outcome.id === null ? null : await loaders.one(methodById).load(outcome.id);
  return { paymentMethod, userErrors: outcome.refusals ?? [], replayed };
};
