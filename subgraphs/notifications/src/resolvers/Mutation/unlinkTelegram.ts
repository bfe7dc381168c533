import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { unlinkChat } from '../../usecases/telegram.ts';

export const unlinkTelegram: MutationResolvers['unlinkTelegram'] = async (_root, _args, { services, actor }) => ({
  unlinked: await unlinkChat(services, requireUser(actor).userId),
});
