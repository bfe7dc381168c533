import { AppError } from '@vitrina/platform/errors';
import { readPage, toConnection } from '@vitrina/platform/pagination';
import { readText } from '@vitrina/platform/text';
import { blockedBy, marksOf } from '../domain/sides.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { type HistoryKey, historyOf } from '../queries/history.ts';
import { lastMessageOf, unreadOf } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import { sideOf } from '../usecases/access.ts';
import { visibleConversation } from './visible.ts';

const readSearch = (value: string | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  const text = readText(value, { field: ['search'], min: 2, max: 100 });
  if (text.ok) return text.value;
  throw new AppError('BAD_USER_INPUT', 'Search for 2 to 100 characters.', { field: ['search'] });
};

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
  messages: async ({ id }, { search, ...args }, { services: { database } }) => {
    const page = readPage<HistoryKey>(args, 1);
    const rows = await historyOf(database, id, page, readSearch(search));
    return toConnection(rows, page, ({ sequence }) => [sequence]);
  },
  lastActivityAt: ({ activeAt }) => activeAt,
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
