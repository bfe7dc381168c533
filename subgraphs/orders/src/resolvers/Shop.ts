import { requireInShop } from '@vitrina/platform/auth';
import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { Resolvers } from '../generated/resolvers.ts';
import { countOfShop, type OrderKey, ordersOfShop } from '../queries/order-lists.ts';
import { isSupport } from '../usecases/access.ts';

/** What orders adds to a shop. A reference is taken as it is; rights are asked for on the field. */
export const Shop: Resolvers['Shop'] = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  orders: async ({ id }, args, ctx) => {
    if (!isSupport(ctx.actor)) requireInShop(ctx.actor, id, 'orders:read');
    const { database } = ctx.services;
    const page = readPage<OrderKey>(args, 1);
    return toConnection(
      await ordersOfShop(database, id, args, page),
      page,
      (order) => [order.id],
      () => countOfShop(database, id, args),
    );
  },
};
