import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removePhone } from '../../usecases/phone.ts';

export const removeNotificationPhone: MutationResolvers['removeNotificationPhone'] = async (
  _root,
  _args,
  { services, actor },
) => ({ removed: await removePhone(services, requireUser(actor).userId) });
