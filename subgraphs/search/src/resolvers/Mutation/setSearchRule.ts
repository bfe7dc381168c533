import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setSearchRule as set } from '../../usecases/set-search-rule.ts';

export const setSearchRule: MutationResolvers['setSearchRule'] = async (_root, { input }, { services }) => {
  const { value, userErrors } = toPayload(await set(services, input));
  return { rule: value, userErrors };
};
