import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { revokeRole as revoke } from '../../usecases/change-roles.ts';
import { toUserPayload } from '../user-payload.ts';

export const revokeRole: MutationResolvers['revokeRole'] = async (_root, { input }, { services, actor }) =>
  toUserPayload(await revoke(services, input.userId, input.role, requireUser(actor).userId));
