import { consume } from '@vitrina/platform/events';
import { messageSent } from '@vitrina/schema/events';
import { messageReceived } from '../domain/workflows/messages.ts';
import type { Services } from '../services.ts';
import { notify } from '../usecases/notify.ts';

/** The other side of a conversation hears of a message; who wrote it does not, whichever side they are on. */
export const tellMessageReceived = consume<Services, typeof messageSent.payload>(
  messageSent,
  'tell-message-received',
  ({ eventId, payload }, scope) => {
    const { side, buyerId, shopId, authorId, messageId, conversationId } = payload;
    return notify(scope, {
      eventId,
      to: side === 'BUYER' ? { shopId, except: authorId } : [buyerId].filter((userId) => userId !== authorId),
      workflow: messageReceived,
      // The text stays where it is: it is asked for when it is told, as it reads then.
      params: { messageId, conversationId },
      subjectId: conversationId,
      key: conversationId,
    });
  },
);
