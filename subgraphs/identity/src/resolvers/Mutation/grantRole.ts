import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { grantRole as grant } from '../../usecases/change-roles.ts';
import { toUserPayload } from '../user-payload.ts';

export const grantRole: MutationResolvers['grantRole'] = async (_root, { input }, { services, actor }) =>
  toUserPayload(await grant(services, input.userId, input.role, requireUser(actor).userId));
