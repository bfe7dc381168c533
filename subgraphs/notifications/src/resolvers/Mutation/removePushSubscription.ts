import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removeBrowser } from '../../usecases/browsers.ts';

export const removePushSubscription: MutationResolvers['removePushSubscription'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { userId } = requireUser(actor);
  const { value, userErrors } = toPayload(await removeBrowser(services, userId, input.pushSubscriptionId));
  return { removed: value === true, userErrors };
};
