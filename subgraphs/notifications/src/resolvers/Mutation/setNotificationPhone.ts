import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setPhone } from '../../usecases/phone.ts';

export const setNotificationPhone: MutationResolvers['setNotificationPhone'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { value, userErrors } = toPayload(await setPhone(services, requireUser(actor).userId, input.phone));
  return { phone: value, userErrors };
};
