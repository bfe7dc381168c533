import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { revokeSession as revoke } from '../../usecases/sign-out.ts';

export const revokeSession: MutationResolvers['revokeSession'] = async (_root, { input }, { services, actor }) => {
  const { value, userErrors } = toPayload(await revoke(services, requireUser(actor), input.sessionId));
  return { sessionId: value, userErrors };
};
