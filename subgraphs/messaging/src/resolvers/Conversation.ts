import { integerPart, readPage, toConnection } from '@vitrina/platform/pagination';
import { blockedBy, marksOf } from '../domain/sides.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { type HistoryKey, historyOf, pageOf } from '../queries/history.ts';
import { lastMessageOf, listChangeOf, unreadOf } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { MessageView } from '../store/message-view.ts';
import { sideOf } from '../usecases/access.ts';
import { readSearch } from './read-search.ts';
import { visibleConversation } from './visible.ts';

/** What both sides have in common, with what the person asking is in it. */
export const Conversation: Resolvers['Conversation'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleConversation(id, ctx),
  shop: ({ shopId }) => ({ id: shopId }),
  buyer: ({ buyerId }) => ({ id: buyerId }),
  product: ({ productId }) => (productId ? { id: productId } : null),
  order: ({ orderId }) => (orderId ? { id: orderId } : null),
  viewerSide: (row, _args, { actor }) => sideOf(actor, row),
  lastMessage: async ({ id, lastSequence }, _args, ctx) =>
    lastSequence === 0 ? null : ctx.loaders.one(lastMessageOf).load(id),
  unreadCount: async (row, _args, ctx) => {
    const side = sideOf(ctx.actor, row);
    return side && ((await ctx.loaders.one(unreadOf[side]).load(row.id))?.count ?? 0);
  },
  buyerMarks: (row) => marksOf(row, 'BUYER'),
  shopMarks: (row) => marksOf(row, 'SHOP'),
  blockedBy: (row) => blockedBy(row),
  messages: async (row, { search, ...args }, { services }) => {
    const page = readPage<HistoryKey>(args, [integerPart]);
    const words = search === null || search === undefined ? null : readSearch(search, ['search']);
    const rows: readonly MessageView[] =
      words === null ? await pageOf(services, row, page) : await historyOf(services.database, row.id, page, words);
    return toConnection(rows, page, ({ sequence }) => [sequence]);
  },
  lastActivityAt: ({ activeAt }) => activeAt,
  lastChangeAt: async ({ id, activeAt }, _args, ctx) => {
    const change = await ctx.loaders.one(listChangeOf).load(id);
    return change && change.changedAt > activeAt ? change.changedAt : activeAt;
  },
};

/** Counting costs a query of its own, so it is done only for those who ask. */
export const ConversationConnection: Resolvers['ConversationConnection'] = {
  totalCount: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
};

/** Numbers of messages, under the names they have for clients. */
export const ConversationMarks: Resolvers['ConversationMarks'] = {
  readSequence: ({ read }) => read,
  deliveredSequence: ({ delivered }) => delivered,
};
