import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { addAddress as add } from '../../usecases/address-book.ts';

export const addAddress: MutationResolvers['addAddress'] = async (_root, { input }, { services, actor }) => {
  const { value, userErrors } = toPayload(
    await add(services, requireUser(actor).userId, input.address, input.makeDefault ?? false),
  );
  return { address: value, userErrors };
};
