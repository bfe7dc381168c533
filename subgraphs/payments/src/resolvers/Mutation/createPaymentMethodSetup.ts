import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { startCardSetup } from '../../usecases/save-card.ts';

/** Hands out a secret for the viewer's own customer at the provider. */
export const createPaymentMethodSetup: MutationResolvers['createPaymentMethodSetup'] = async (
  _parent,
  _args,
  { actor, services },
) => {
  const { value, userErrors } = toPayload(await startCardSetup(services, requireUser(actor).userId));
  return { setup: value, userErrors };
};
