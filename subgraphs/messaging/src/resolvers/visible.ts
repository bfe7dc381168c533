import { isId } from '@vitrina/platform/ids';
import { conversationById, messageById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import type { MessageRow } from '../store/message.table.ts';
import { canRead, isBy, readsAll, sideOf } from '../usecases/access.ts';

/** A conversation the caller may see; missing and hidden look the same. */
export const visibleConversation = async (id: string, ctx: Context): Promise<ConversationRow | null> => {
  const row = isId(id, 'cnv') ? await ctx.loaders.one(conversationById).load(id) : null;
  return row && canRead(ctx.actor, row) ? row : null;
};

/** A message the caller may see: one without a number is its author's and support's business only. */
export const visibleMessage = async (id: string, ctx: Context): Promise<MessageRow | null> => {
  const row = isId(id, 'msg') ? await ctx.loaders.one(messageById).load(id) : null;
  const conversation = row && (await visibleConversation(row.conversationId, ctx));
  if (!row || !conversation) return null;
  if (row.sequence !== null || readsAll(ctx.actor)) return row;
  return sideOf(ctx.actor, conversation) && isBy(ctx.actor, row.authorId) ? row : null;
};
