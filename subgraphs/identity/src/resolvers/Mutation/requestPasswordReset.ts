import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { requestPasswordReset as request } from '../../usecases/set-password.ts';

export const requestPasswordReset: MutationResolvers['requestPasswordReset'] = async (
  _root,
  { input },
  { services, meta },
) => {
  const { value, userErrors } = toPayload(await request(services, input.email, meta));
  return { accepted: value ?? false, userErrors };
};
