import { requireInShop } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { changeRole } from '../../usecases/staff.ts';

export const changeStaffRole: MutationResolvers['changeStaffRole'] = async (_root, { input }, { services, actor }) => {
  requireInShop(actor, input.shopId, 'staff:manage');
  const { value, userErrors } = toPayload(await changeRole(services, input.shopId, input.staffId, input.role));
  return { staff: value, userErrors };
};
