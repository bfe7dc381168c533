import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { confirmPhone } from '../../usecases/phone.ts';

export const confirmNotificationPhone: MutationResolvers['confirmNotificationPhone'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { value, userErrors } = toPayload(await confirmPhone(services, requireUser(actor).userId, input.code));
  return { phone: value, userErrors };
};
