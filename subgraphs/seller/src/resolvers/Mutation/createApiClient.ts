import { requireInShop, requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { createClient } from '../../usecases/api-clients.ts';

export const createApiClient: MutationResolvers['createApiClient'] = async (_root, { input }, { services, actor }) => {
  requireInShop(actor, input.shopId, 'shop:settings');
  const { value, userErrors } = toPayload(await createClient(services, requireUser(actor), input));
  return { apiClient: value?.client, key: value?.key, userErrors };
};
