import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { verifyEmail as verify } from '../../usecases/verify-email.ts';

export const verifyEmail: MutationResolvers['verifyEmail'] = async (_root, { input }, { services, meta }) => {
  const { value, userErrors } = toPayload(await verify(services, input.token, meta));
  return { verified: value ?? false, userErrors };
};
