import { invariant } from '@vitrina/platform/errors';
import { money } from '@vitrina/platform/money';
import { readPage, toConnection } from '@vitrina/platform/pagination';
import { availableActions } from '../domain/order-state.ts';
import { isIdLike } from '../domain/plain-text.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { groupById, linesOfOrder, orderById, shipmentsOfOrder } from '../queries/loaders.ts';
import { type TimelineKey, timelineOf } from '../queries/order-lists.ts';
import type { Context } from '../request.ts';
import type { OrderRow } from '../store/order.table.ts';
import { actorKindsOn, canReadGroup, canReadOrder } from '../usecases/access.ts';

const groupOf = async ({ groupId }: OrderRow, ctx: Context) => {
  const group = await ctx.loaders.one(groupById).load(groupId);
  invariant(group, `There is no order group ${groupId}.`);
  return group;
};

/** An order the caller may see; missing and hidden look the same. */
export const visibleOrder = async (id: string, ctx: Context): Promise<OrderRow | null> => {
  const order = isIdLike(id) ? await ctx.loaders.one(orderById).load(id) : null;
  return order && canReadOrder(ctx.identity, order) ? order : null;
};

/** One shop’s part of a purchase, with what the person asking may see and do. */
export const Order: Resolvers['Order'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleOrder(id, ctx),
  group: async (order, _args, ctx) => {
    const group = await groupOf(order, ctx);
    return canReadGroup(ctx.identity, group) ? group : null;
  },
  shop: ({ shopId }) => ({ id: shopId }),
  buyer: ({ userId }) => (userId ? { id: userId } : null),
  lines: ({ id }, _args, ctx) => ctx.loaders.many(linesOfOrder).load(id),
  totals: (order) => order,
  delivery: (order) => order,
  deliveryAddress: async (order, _args, ctx) => (await groupOf(order, ctx)).deliveryAddress,
  contactEmail: async (order, _args, ctx) => (await groupOf(order, ctx)).contactEmail,
  paymentTerms: ({ terms }) => terms,
  availableActions: (order, _args, ctx) => availableActions(order.status, actorKindsOn(ctx.identity, order), order),
  timeline: async ({ id }, args, ctx) => {
    const page = readPage<TimelineKey>(args, 1);
    return toConnection(await timelineOf(ctx.services.database, id, page), page, ({ orderVersion }) => [orderVersion]);
  },
  shipments: ({ id }, _args, ctx) => ctx.loaders.many(shipmentsOfOrder).load(id),
};

/** Counting costs a query of its own, so it is done only for those who ask. */
export const OrderConnection: Resolvers['OrderConnection'] = {
  totalCount: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
};

/** Amounts are in the order’s currency, which a line does not repeat. */
export const OrderLine: Resolvers['OrderLine'] = {
  variant: ({ variantId }) => ({ id: variantId }),
  product: ({ productId }) => ({ id: productId }),
  unitPrice: async (line, _args, ctx) => money(line.unitPriceMinor, await currencyOf(line.orderId, ctx)),
  goods: async (line, _args, ctx) => money(line.goodsMinor, await currencyOf(line.orderId, ctx)),
  tax: async (line, _args, ctx) => money(line.taxMinor, await currencyOf(line.orderId, ctx)),
  total: async (line, _args, ctx) => money(line.totalMinor, await currencyOf(line.orderId, ctx)),
};

const currencyOf = async (orderId: string, ctx: Context): Promise<string> => {
  const order = await ctx.loaders.one(orderById).load(orderId);
  invariant(order, `There is no order ${orderId}.`);
  return order.currency;
};

/** Out of the order’s own row: what was chosen is frozen there. */
export const OrderDelivery: Resolvers['OrderDelivery'] = {
  methodId: ({ delivery }) => delivery.methodId,
  name: ({ delivery }) => delivery.name,
  price: ({ deliveryMinor, currency }) => money(deliveryMinor, currency),
  minDays: ({ delivery }) => delivery.minDays,
  maxDays: ({ delivery }) => delivery.maxDays,
};

/** Within an order, the version is the order’s own. */
export const OrderTimelineEntry: Resolvers['OrderTimelineEntry'] = {
  version: ({ orderVersion }) => orderVersion,
};

/** Within a subscription, the version is the group’s: it has no gaps and can be resumed from. */
export const OrderStatusChange: Resolvers['OrderStatusChange'] = {
  version: ({ groupVersion }) => groupVersion,
  entry: (event) => event,
  order: async ({ orderId }, _args, ctx) => {
    const order = await visibleOrder(orderId, ctx);
    invariant(order, `The order ${orderId} is hidden from somebody who follows it.`);
    return order;
  },
};
