import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { updateProfile as update } from '../../usecases/update-profile.ts';
import { toUserPayload } from '../user-payload.ts';

export const updateProfile: MutationResolvers['updateProfile'] = async (_root, { input }, { services, actor }) =>
  toUserPayload(await update(services, requireUser(actor).userId, input));
