import type { Ports } from '../ports.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { type MessageView, toView } from '../store/message-view.ts';
import { rememberable } from '../store/recent-messages.ts';

/** Where new messages of a conversation are told. */
export const messagesTopic = (conversationId: string): string => `messaging.messages.${conversationId}`;
/** Where everything else that happens in a conversation is told. */
export const activityTopic = (conversationId: string): string => `messaging.activity.${conversationId}`;
/** Where a shop's staff hear that one of its conversations changed. */
export const inboxTopic = (shopId: string): string => `messaging.inbox.${shopId}`;
/** Where a buyer hears that one of their conversations changed. */
export const viewerTopic = (buyerId: string): string => `messaging.viewer.${buyerId}`;

/** Tells subscribers; what is lost here they find by looking, so a failure is noted and no more. */
export const tell = async (
  { pubsub, log }: Pick<Ports, 'pubsub' | 'log'>,
  topic: string,
  hint: unknown,
): Promise<void> => {
  try {
    await pubsub.publish(topic, hint);
  } catch (error) {
    log.warn({ err: error, topic }, 'A hint for subscribers was lost; they look by themselves');
  }
};

/** Tells both sides' lists that a conversation stands differently. */
export const tellLists = async (
  services: Pick<Ports, 'pubsub' | 'log'>,
  { id, shopId, buyerId }: Pick<ConversationRow, 'id' | 'shopId' | 'buyerId'>,
): Promise<void> => {
  await Promise.all([
    tell(services, inboxTopic(shopId), { conversationId: id }),
    tell(services, viewerTopic(buyerId), { conversationId: id }),
  ]);
};

/** The largest row a hint carries: pub/sub takes 7,500 bytes of JSON. */
const maxCarriedBytes = 6_500;
/** A text of so few UTF-16 units fits whatever it says. */
const surelyFits = 1_500;

/** The row itself, or only its number when it is too large to travel. */
const hintOf = (message: MessageView) =>
  message.text.length <= surelyFits || Buffer.byteLength(JSON.stringify(message)) <= maxCarriedBytes
    ? { message }
    : { sequence: message.sequence };

/**
 * Tells that messages of a conversation have their numbers, in their order, and remembers them for those who come later. The
 * rows travel along, so that nobody has to read them; a large one is read.
 */
export const tellMessages = async (
  services: Pick<Ports, 'pubsub' | 'log' | 'recent'>,
  row: ConversationRow,
  messages: readonly MessageView[],
): Promise<void> => {
  const numbered = messages.filter(({ sequence }) => sequence !== null).map(toView);
  const { buyerRead, buyerDelivered, shopRead, shopDelivered } = row;
  const marks = { buyerRead, buyerDelivered, shopRead, shopDelivered };
  const told = numbered.map((message) => tell(services, messagesTopic(row.id), hintOf({ marks, ...message })));
  await Promise.all([...told, services.recent.add(rememberable(row, numbered)), tellLists(services, row)]);
};
