import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { updateAddress as update } from '../../usecases/address-book.ts';

export const updateAddress: MutationResolvers['updateAddress'] = async (_root, { input }, { services, actor }) => {
  const { value, userErrors } = toPayload(
    await update(services, requireUser(actor).userId, input.addressId, input.address),
  );
  return { address: value, userErrors };
};
