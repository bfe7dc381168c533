import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removeAddress as remove } from '../../usecases/address-book.ts';

export const removeAddress: MutationResolvers['removeAddress'] = async (_root, { input }, { services, actor }) => {
  const { value, userErrors } = toPayload(await remove(services, requireUser(actor).userId, input.addressId));
  return { removedAddressId: value, userErrors };
};
