import type { Connection } from '@vitrina/platform/pagination';
import type { RateLimitedRefusal } from './domain/refusals.ts';
import type { Marks } from './domain/sides.ts';
import type { ActivityEvent } from './queries/follow-activity.ts';
import type { AttachmentRow } from './store/attachment.table.ts';
import type { ConversationRow } from './store/conversation.table.ts';
import type { MessageView } from './store/message-view.ts';
import type { ReportedRow, ReportRow } from './store/report.table.ts';

/** What resolvers of each SDL type get as their source. */
export type ConversationMapper = ConversationRow;
export type ConversationConnectionMapper = Connection<ConversationRow>;
export type ConversationMarksMapper = Marks;
export type MessageMapper = MessageView;
export type MessageConnectionMapper = Connection<MessageView>;
export type MessageAttachmentMapper = AttachmentRow;
export type MessageReportMapper = ReportRow;
export type ReportedMessageMapper = ReportedRow;
export type ReportedMessageConnectionMapper = Connection<ReportedRow>;
export type MessageCardMapper = { readonly __typename: 'Order' | 'Product'; readonly id: string };
export type ConversationActivityMapper = ActivityEvent;
export type ConversationTypingMapper = Extract<ActivityEvent, { __typename: 'ConversationTyping' }>;
export type ConversationPresenceMapper = Extract<ActivityEvent, { __typename: 'ConversationPresence' }>;
export type ConversationMarksMovedMapper = Extract<ActivityEvent, { __typename: 'ConversationMarksMoved' }>;
export type MessageChangedMapper = Extract<ActivityEvent, { __typename: 'MessageChanged' }>;
export type RateLimitedMapper = RateLimitedRefusal;
