import { requireInShop, requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { addStaff } from '../../usecases/staff.ts';

export const addShopStaff: MutationResolvers['addShopStaff'] = async (_root, { input }, { services, actor }) => {
  requireInShop(actor, input.shopId, 'staff:manage');
  const { value, userErrors } = toPayload(
    await addStaff(services, requireUser(actor).userId, input.shopId, input.email, input.role),
  );
  return { staff: value, userErrors };
};
