import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { updatePreferences } from '../../usecases/update-preferences.ts';

export const updateNotificationPreferences: MutationResolvers['updateNotificationPreferences'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { value, userErrors } = toPayload(await updatePreferences(services, requireUser(actor).userId, input));
  return { preferences: value, userErrors };
};
