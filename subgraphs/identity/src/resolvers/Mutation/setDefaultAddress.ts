import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setDefaultAddress as choose } from '../../usecases/address-book.ts';

export const setDefaultAddress: MutationResolvers['setDefaultAddress'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { value, userErrors } = toPayload(await choose(services, requireUser(actor).userId, input.addressId));
  return { address: value, userErrors };
};
