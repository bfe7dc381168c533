import { requireInShop } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { revokeApiClient as revoke } from '../../usecases/api-clients.ts';

export const revokeApiClient: MutationResolvers['revokeApiClient'] = async (_root, { input }, { services, actor }) => {
  requireInShop(actor, input.shopId, 'shop:settings');
  const { value, userErrors } = toPayload(await revoke(services, input.shopId, input.clientId));
  return { apiClient: value, userErrors };
};
