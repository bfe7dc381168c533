import { requireInShop } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removeStaff } from '../../usecases/staff.ts';

export const removeShopStaff: MutationResolvers['removeShopStaff'] = async (_root, { input }, { services, actor }) => {
  requireInShop(actor, input.shopId, 'staff:manage');
  const { value, userErrors } = toPayload(await removeStaff(services, input.shopId, input.staffId));
  return { removedStaffId: value, userErrors };
};
