import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { countOpenShops, openShops } from '../../queries/shops.ts';

export const shops: QueryResolvers['shops'] = async (_root, args, { services }) => {
  const page = readPage<readonly [string]>(args, 1);
  return toConnection(
    await openShops(services, page),
    page,
    (row) => [row.id],
    () => countOpenShops(services),
  );
};
