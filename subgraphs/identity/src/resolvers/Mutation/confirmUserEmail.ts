import type { MutationResolvers } from '../../generated/resolvers.ts';
import { confirmUserEmail as confirm } from '../../usecases/verify-email.ts';
import { toUserPayload } from '../user-payload.ts';

export const confirmUserEmail: MutationResolvers['confirmUserEmail'] = async (_root, { input }, { services }) =>
  toUserPayload(await confirm(services, input.userId));
