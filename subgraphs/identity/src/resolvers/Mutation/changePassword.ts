import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { changePassword as change } from '../../usecases/set-password.ts';
import { toUserPayload } from '../user-payload.ts';

export const changePassword: MutationResolvers['changePassword'] = async (
  _root,
  { input },
  { services, actor, meta },
) =>
  toUserPayload(
    await change(services, requireUser(actor), { current: input.currentPassword, next: input.newPassword }, meta),
  );
