import type { QueryResolvers } from '../../generated/resolvers.ts';
import { workingClientByHash } from '../../queries/api-clients.ts';

export const apiClientByKeyHash: QueryResolvers['apiClientByKeyHash'] = async (_root, { hash }, { services }) => {
  const client = await workingClientByHash(services, hash);
  return client ? { clientId: client.id, shopId: client.shopId, scopes: client.scopes } : null;
};
