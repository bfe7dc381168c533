import { conversationById, listChangeOf } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { ConversationRow } from '../store/conversation.table.ts';

/** A conversation after a change; what this request knew of it is forgotten. */
export const conversationPayload = (ctx: Context, row: ConversationRow) => {
  ctx.loaders.one(conversationById).clear(row.id);
  ctx.loaders.one(listChangeOf).clear(row.id);
  return { conversation: row, userErrors: [] };
};
