import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { revokeOtherSessions as revokeOthers } from '../../usecases/sign-out.ts';

export const revokeOtherSessions: MutationResolvers['revokeOtherSessions'] = async (
  _root,
  _args,
  { services, actor },
) => ({
  revokedCount: await revokeOthers(services, requireUser(actor)),
  userErrors: [],
});
