import { requireUser } from '@vitrina/platform/auth';
import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { countOfUser, type OrderKey, ordersOfUser } from '../../queries/order-lists.ts';

/** Keyset over ids, which sort by time: a page costs the same at any depth. */
export const viewerOrders: QueryResolvers['viewerOrders'] = async (
  _parent,
  args,
  { actor, services: { database } },
) => {
  const { userId } = requireUser(actor);
  const page = readPage<OrderKey>(args, 1);
  return toConnection(
    await ordersOfUser(database, userId, args, page),
    page,
    (order) => [order.id],
    () => countOfUser(database, userId, args),
  );
};
