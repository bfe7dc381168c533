import { invariant } from '@vitrina/platform/errors';
import type { Resolvers } from '../generated/resolvers.ts';
import { visibleMessage } from './visible.ts';

/** Which of the kinds an event is. */
export const ConversationActivity: Resolvers['ConversationActivity'] = {
  __resolveType: ({ __typename }) => __typename,
};

/** The event carries the marks themselves. */
export const ConversationMarksMoved: Resolvers['ConversationMarksMoved'] = { marks: (event) => event };

/** Read as it is told, so it is never older than the news. */
export const MessageChanged: Resolvers['MessageChanged'] = {
  message: async ({ messageId }, _args, ctx) => {
    const message = await visibleMessage(messageId, ctx);
    invariant(message, `The message ${messageId} is hidden from somebody who follows its conversation.`);
    return message;
  },
};
