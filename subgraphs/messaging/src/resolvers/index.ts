import type { Resolvers } from '../generated/resolvers.ts';
import { Conversation, ConversationConnection, ConversationMarks } from './Conversation.ts';
import { Message, MessageCard } from './Message.ts';
import { blockConversation } from './Mutation/blockConversation.ts';
import { deleteMessage } from './Mutation/deleteMessage.ts';
import { editMessage } from './Mutation/editMessage.ts';
import { markConversationDelivered } from './Mutation/markConversationDelivered.ts';
import { markConversationRead } from './Mutation/markConversationRead.ts';
import { openConversation } from './Mutation/openConversation.ts';
import { sendMessage } from './Mutation/sendMessage.ts';
import { unblockConversation } from './Mutation/unblockConversation.ts';
import { conversation } from './Query/conversation.ts';
import { inbox } from './Query/inbox.ts';
import { viewerConversations } from './Query/viewerConversations.ts';
import { messageAdded } from './Subscription/messageAdded.ts';

/** Every resolver of the context, by type; the kit's own types bring theirs. */
export const resolvers: Omit<Resolvers, 'Money' | 'Node' | 'UserError'> = {
  Query: { conversation, inbox, viewerConversations },
  Mutation: {
    blockConversation,
    deleteMessage,
    editMessage,
    markConversationDelivered,
    markConversationRead,
    openConversation,
    sendMessage,
    unblockConversation,
  },
  Subscription: { messageAdded },
  Conversation,
  ConversationConnection,
  ConversationMarks,
  Message,
  MessageCard,
};
