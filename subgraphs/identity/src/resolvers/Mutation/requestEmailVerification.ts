import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { requestEmailVerification as request } from '../../usecases/verify-email.ts';

export const requestEmailVerification: MutationResolvers['requestEmailVerification'] = async (
  _root,
  _args,
  { services, actor },
) => {
  const { value, userErrors } = toPayload(await request(services, requireUser(actor).userId));
  return { accepted: value ?? false, userErrors };
};
