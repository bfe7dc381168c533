import { invariant } from '@vitrina/platform/errors';
import { stateOf } from '../domain/sides.ts';
import { isSpamCode, sentenceOf as sentenceOfCode } from '../domain/spam/reasons.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { attachmentsOfMessage, reportsOfMessage } from '../queries/attachment-loaders.ts';
import { conversationById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { isBy, readsAll, sideOf } from '../usecases/access.ts';
import { languageOf } from './language.ts';
import { visibleMessage } from './visible.ts';

const conversationOf = async (id: string, ctx: Context): Promise<ConversationRow> => {
  const row = await ctx.loaders.one(conversationById).load(id);
  invariant(row, `There is no conversation ${id}.`);
  return row;
};

/** Stored codes with their sentences in the language of the request. */
const reasonsIn = (codes: readonly string[], ctx: Context) =>
  codes.filter(isSpamCode).map((code) => ({ code, message: sentenceOfCode(code, languageOf(ctx)) }));

/** A message as the person asking may see it. Its card is a reference: who may see that is its owner's to decide. */
export const Message: Resolvers['Message'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleMessage(id, ctx),
  conversation: ({ conversationId }, _args, ctx) => conversationOf(conversationId, ctx),
  author: async ({ side, authorId, conversationId }, _args, ctx) => {
    if (!authorId.startsWith('usr_')) return null;
    if (side === 'BUYER' || isBy(ctx.actor, authorId) || readsAll(ctx.actor)) return { id: authorId };
    return sideOf(ctx.actor, await conversationOf(conversationId, ctx)) === 'SHOP' ? { id: authorId } : null;
  },
  clientMessageId: ({ authorId, clientMessageId }, _args, ctx) => (isBy(ctx.actor, authorId) ? clientMessageId : null),
  text: ({ text, deletedAt }) => (deletedAt ? null : text),
  // One that moderation took down keeps its card for the case that it is shown again.
  card: ({ cardType, cardId, deletedAt }) =>
    cardType && cardId && !deletedAt ? { __typename: cardType === 'ORDER' ? 'Order' : 'Product', id: cardId } : null,
  attachments: ({ id, attachmentCount, deletedAt }, _args, ctx) =>
    attachmentCount === 0 || deletedAt ? [] : ctx.loaders.many(attachmentsOfMessage).load(id),
  reasons: ({ authorId, sequence, reasons }, _args, ctx) =>
    readsAll(ctx.actor) || (sequence === null && isBy(ctx.actor, authorId)) ? reasonsIn(reasons ?? [], ctx) : [],
  moderationNote: ({ authorId, moderationNote }, _args, ctx) =>
    isBy(ctx.actor, authorId) || readsAll(ctx.actor) ? (moderationNote ?? null) : null,
  reports: ({ id }, _args, ctx) => (readsAll(ctx.actor) ? ctx.loaders.many(reportsOfMessage).load(id) : null),
  state: async (view, _args, ctx) => stateOf(view, view.marks ?? (await conversationOf(view.conversationId, ctx))),
};

/** Counted for those who ask, where it is counted at all. */
export const MessageConnection: Resolvers['MessageConnection'] = {
  totalCount: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
};

/** Which of the two a card is. */
export const MessageCard: Resolvers['MessageCard'] = { __resolveType: ({ __typename }) => __typename };
