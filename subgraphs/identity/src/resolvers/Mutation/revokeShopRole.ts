import type { MutationResolvers } from '../../generated/resolvers.ts';
import { revokeShopRole as revoke } from '../../usecases/change-roles.ts';

export const revokeShopRole: MutationResolvers['revokeShopRole'] = async (_root, { input }, { services }) => {
  await revoke(services, input);
  return { ok: true };
};
