import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { unsuppressAddress as unsuppress } from '../../usecases/unsuppress.ts';

export const unsuppressAddress: MutationResolvers['unsuppressAddress'] = async (_root, { input }, { services }) => {
  const { value, userErrors } = toPayload(await unsuppress(services, input));
  return { unsuppressed: value === true, userErrors };
};
