import type { MutationResolvers } from '../../generated/resolvers.ts';
import { grantShopRole as grant } from '../../usecases/change-roles.ts';

export const grantShopRole: MutationResolvers['grantShopRole'] = async (_root, { input }, { services }) => {
  await grant(services, input);
  return { ok: true };
};
