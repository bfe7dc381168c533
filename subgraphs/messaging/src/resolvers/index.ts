import type { Resolvers } from '../generated/resolvers.ts';
import { ConversationActivity, ConversationMarksMoved, MessageChanged } from './activity.ts';
import { Conversation, ConversationConnection, ConversationMarks } from './Conversation.ts';
import { Message, MessageCard, MessageConnection } from './Message.ts';
import { MessageAttachment } from './MessageAttachment.ts';
import { blockConversation } from './Mutation/blockConversation.ts';
import { createMessageAttachmentUpload } from './Mutation/createMessageAttachmentUpload.ts';
import { decideHeldMessage } from './Mutation/decideHeldMessage.ts';
import { decideReportedMessage } from './Mutation/decideReportedMessage.ts';
import { deleteMessage } from './Mutation/deleteMessage.ts';
import { editMessage } from './Mutation/editMessage.ts';
import { markConversationDelivered } from './Mutation/markConversationDelivered.ts';
import { markConversationRead } from './Mutation/markConversationRead.ts';
import { openConversation } from './Mutation/openConversation.ts';
import { reportMessage } from './Mutation/reportMessage.ts';
import { sendMessage } from './Mutation/sendMessage.ts';
import { sendTyping } from './Mutation/sendTyping.ts';
import { unblockConversation } from './Mutation/unblockConversation.ts';
import { conversation } from './Query/conversation.ts';
import { heldMessages } from './Query/heldMessages.ts';
import { inbox } from './Query/inbox.ts';
import { messageNews } from './Query/messageNews.ts';
import { reportedMessages } from './Query/reportedMessages.ts';
import { searchMessages } from './Query/searchMessages.ts';
import { viewerConversations } from './Query/viewerConversations.ts';
import { MessageReport, ReportedMessage, ReportedMessageConnection } from './ReportedMessage.ts';
import { conversationActivity } from './Subscription/conversationActivity.ts';
import { conversationChanged } from './Subscription/conversationChanged.ts';
import { messageAdded } from './Subscription/messageAdded.ts';

/** Every resolver of the context, by type; the kit's own types bring theirs. */
export const resolvers: Omit<Resolvers, 'Money' | 'Node' | 'UserError'> = {
  Query: { conversation, heldMessages, inbox, messageNews, reportedMessages, searchMessages, viewerConversations },
  Mutation: {
    blockConversation,
    createMessageAttachmentUpload,
    decideHeldMessage,
    decideReportedMessage,
    deleteMessage,
    editMessage,
    markConversationDelivered,
    markConversationRead,
    openConversation,
    reportMessage,
    sendMessage,
    sendTyping,
    unblockConversation,
  },
  Subscription: { conversationActivity, conversationChanged, messageAdded },
  Conversation,
  ConversationActivity,
  ConversationConnection,
  ConversationMarks,
  ConversationMarksMoved,
  Message,
  MessageAttachment,
  MessageCard,
  MessageChanged,
  MessageConnection,
  MessageReport,
  ReportedMessage,
  ReportedMessageConnection,
};
