import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { registerBrowser } from '../../usecases/browsers.ts';

export const registerPushSubscription: MutationResolvers['registerPushSubscription'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { value, userErrors } = toPayload(await registerBrowser(services, requireUser(actor).userId, input));
  return { pushSubscription: value, userErrors };
};
