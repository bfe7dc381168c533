import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { countOpenShops, openShops } from '../../store/shops.ts';

export const shops: QueryResolvers['shops'] = async (_root, args, { services }) => {
  const { orm } = services.database;
  const page = readPage<readonly [string]>(args, 1);
  return toConnection(
    await openShops(orm, page),
    page,
    (row) => [row.id],
    () => countOpenShops(orm),
  );
};
