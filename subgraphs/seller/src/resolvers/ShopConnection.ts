import type { ShopConnectionResolvers } from '../generated/resolvers.ts';

export const ShopConnection: ShopConnectionResolvers = {
  totalCount: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
};
