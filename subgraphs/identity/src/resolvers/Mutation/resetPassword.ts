import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { resetPassword as reset } from '../../usecases/set-password.ts';

export const resetPassword: MutationResolvers['resetPassword'] = async (_root, { input }, { services, meta }) => {
  const { value, userErrors } = toPayload(await reset(services, input.token, input.newPassword, meta));
  return { passwordSet: value ?? false, userErrors };
};
