import { groupStatus } from '../domain/group-status.ts';
import { isIdLike } from '../domain/plain-text.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { groupById, ordersOfGroup } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { GroupRow } from '../store/order.table.ts';
import { canReadGroup, isBuyer } from '../usecases/access.ts';

/** A group the caller may see; missing and hidden look the same. */
export const visibleGroup = async (id: string, ctx: Context): Promise<GroupRow | null> => {
  const group = isIdLike(id) ? await ctx.loaders.one(groupById).load(id) : null;
  return group && canReadGroup(ctx.identity, group) ? group : null;
};

/** A whole checkout; its status is derived, never stored. */
export const OrderGroup: Resolvers['OrderGroup'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleGroup(id, ctx),
  status: async ({ id, phase }, _args, ctx) => {
    const orders = await ctx.loaders.many(ordersOfGroup).load(id);
    return groupStatus(
      phase,
      orders.map(({ status }) => status),
    );
  },
  orders: ({ id }, _args, ctx) => ctx.loaders.many(ordersOfGroup).load(id),
  totals: (group) => group,
  paymentTerms: ({ terms }) => terms,
  action: (group, _args, ctx) => (isBuyer(ctx.identity, group) ? group.action : null),
  failure: ({ failures }) => failures?.[0] ?? null,
  buyer: ({ userId }) => (userId ? { id: userId } : null),
};
