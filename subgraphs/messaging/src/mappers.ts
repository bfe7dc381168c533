import type { Connection } from '@vitrina/platform/pagination';
import type { RateLimitedRefusal } from './domain/refusals.ts';
import type { Marks } from './domain/sides.ts';
import type { ConversationRow } from './store/conversation.table.ts';
import type { MessageView } from './store/message-view.ts';

/** What resolvers of each SDL type get as their source. */
export type ConversationMapper = ConversationRow;
export type ConversationConnectionMapper = Connection<ConversationRow>;
export type ConversationMarksMapper = Marks;
export type MessageMapper = MessageView;
export type MessageConnectionMapper = Connection<MessageView>;
export type MessageCardMapper = { readonly __typename: 'Order' | 'Product'; readonly id: string };
export type RateLimitedMapper = RateLimitedRefusal;
