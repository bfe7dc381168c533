import { requireUser } from '@vitrina/platform/auth';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removePoint } from '../../store/contact-points.ts';

export const unlinkTelegram: MutationResolvers['unlinkTelegram'] = async (_root, _args, { services, actor }) => ({
  unlinked: await removePoint(services.database.orm, { userId: requireUser(actor).userId, channel: 'TELEGRAM' }),
});
