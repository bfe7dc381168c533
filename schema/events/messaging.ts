import { z } from 'zod';
import { defineEvent } from './contract.ts';

const message = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  shopId: z.string(),
  buyerId: z.string(),
  /** The person who wrote it: the buyer, or one of the shop's staff. */
  authorId: z.string(),
  side: z.enum(['BUYER', 'SHOP']),
  /** What the conversation is about; at least one of the two is there. */
  productId: z.string().nullable(),
  orderId: z.string().nullable(),
});

/**
 * A message can be read by the other side. A held message is announced when it is let through. The text is not here:
 * whoever tells about it asks for it at that moment, so that an edited, deleted or already read one is not told as it was.
 */
export const messageSent = defineEvent({
  name: 'message.sent',
  version: 1,
  owner: 'messaging',
  payload: message.extend({ sequence: z.number().int().positive() }),
});
/** A person of one side reported a message of the other; moderation decides with the subject type `message`. */
export const messageReported = defineEvent({
  name: 'message.reported',
  version: 1,
  owner: 'messaging',
  payload: message.extend({ reportedBy: z.string(), reason: z.enum(['SPAM', 'FRAUD', 'ABUSE', 'OTHER']) }),
});
/** The contact filter kept a message back: the other side does not see it until a decision is made. */
export const messageHeld = defineEvent({
  name: 'message.held',
  version: 1,
  owner: 'messaging',
  payload: message.extend({ reasons: z.array(z.string()) }),
});
