import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { makeTelegramLink } from '../../usecases/telegram.ts';

export const linkTelegram: MutationResolvers['linkTelegram'] = async (_root, _args, { services, actor }) => {
  const { value, userErrors } = toPayload(await makeTelegramLink(services, requireUser(actor).userId));
  return { url: value?.url, expiresAt: value?.expiresAt, userErrors };
};
