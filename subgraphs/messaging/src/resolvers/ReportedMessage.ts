import { AppError, invariant } from '@vitrina/platform/errors';
import type { Resolvers } from '../generated/resolvers.ts';
import { reportsOfMessage } from '../queries/attachment-loaders.ts';
import { messageById } from '../queries/loaders.ts';
import { messagesOfStretch, stretchOf } from '../queries/reported-messages.ts';
import type { Context } from '../request.ts';
import type { MessageRow } from '../store/message.table.ts';

/** How far around a message support may look at once; the whole conversation is a query of its own. */
const maxAround = 20;

const messageOf = async (id: string, ctx: Context): Promise<MessageRow> => {
  const row = await ctx.loaders.one(messageById).load(id);
  invariant(row, `There is no message ${id}.`);
  return row;
};

const around = (value: number, field: string): number => {
  if (value >= 0 && value <= maxAround) return value;
  throw new AppError('BAD_USER_INPUT', `Ask for 0 to ${maxAround} messages around one.`, { field: [field] });
};

/** Only support gets hold of one: the fields that give it say so in the SDL. */
export const ReportedMessage: Resolvers['ReportedMessage'] = {
  message: ({ messageId }, _args, ctx) => messageOf(messageId, ctx),
  reports: ({ messageId }, _args, ctx) => ctx.loaders.many(reportsOfMessage).load(messageId),
  context: async ({ messageId }, { before, after }, ctx) => {
    const message = await messageOf(messageId, ctx);
    const { conversationId, sequence } = message;
    if (sequence === null) return [message];
    const stretch = stretchOf(conversationId, sequence - around(before, 'before'), sequence + around(after, 'after'));
    return (await ctx.loaders.many(messagesOfStretch).load(stretch)).map((row) => row.message);
  },
  decidedBy: ({ decidedBy }) => (decidedBy === null ? null : { id: decidedBy }),
};

/** People are told apart from API clients by their ids. */
export const MessageReport: Resolvers['MessageReport'] = {
  reporter: ({ reportedBy }) => (reportedBy.startsWith('usr_') ? { id: reportedBy } : null),
};

/** Counted for those who ask. */
export const ReportedMessageConnection: Resolvers['ReportedMessageConnection'] = {
  totalCount: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
};
