import { plainRefusal, type Refusal } from '@vitrina/platform/result';
import { otherSide, type Side } from './sides.ts';

/** Too much at once; says when to come back. */
export type RateLimitedRefusal = Refusal & { readonly __typename: 'RateLimited'; readonly retryAfterSeconds: number };

export const rateLimited = (retryAfterSeconds: number, what: string): RateLimitedRefusal => ({
  __typename: 'RateLimited',
  code: 'RATE_LIMITED',
  field: [],
  message: `You ${what}; wait ${retryAfterSeconds} s and send it again.`,
  retryAfterSeconds,
});

/** Neither the blocked side writes, nor the one that blocked, which can lift the block. */
export const blocked = (by: readonly Side[], own: Side): Refusal =>
  plainRefusal(
    'BLOCKED',
    ['conversationId'],
    by.includes(otherSide(own))
      ? 'The other side takes no messages from you; if it is about an order, ask support.'
      : 'You have blocked the other side; unblock the conversation to write.',
  );

export const subjectRequired = (): Refusal =>
  plainRefusal(
    'SUBJECT_REQUIRED',
    [],
    'Give "productId" or "orderId", and not both: a conversation is about one thing.',
  );

/** Missing, hidden and sold out for good look the same. */
export const notOnSale = (): Refusal =>
  plainRefusal(
    'NOT_ON_SALE',
    ['productId'],
    'This product is not on sale; open a conversation about one that is, or about your order.',
  );

export const orderNotFound = (): Refusal =>
  plainRefusal(
    'ORDER_NOT_FOUND',
    ['orderId'],
    'There is no such order of yours; check the id, or sign in as its buyer or as staff of its shop.',
  );

export const ownShop = (): Refusal =>
  plainRefusal('OWN_SHOP', ['productId'], 'You work for this shop; answer its buyers in the inbox instead.');

export const guestOrder = (): Refusal =>
  plainRefusal(
    'GUEST_ORDER',
    ['orderId'],
    'This order was placed by a guest, who reads no messages here; write to the e-mail address of the order.',
  );

export const openingBlocked = (): Refusal =>
  plainRefusal(
    'BLOCKED',
    [],
    'One of you has blocked the other, so no new conversation can be opened; if it is about an order, ask support.',
  );

export const clientIdInvalid = (): Refusal =>
  plainRefusal(
    'CLIENT_MESSAGE_ID_INVALID',
    ['clientMessageId'],
    'A clientMessageId is 1 to 64 printable characters without spaces; a UUID does well.',
  );

export const clientIdReused = (): Refusal =>
  plainRefusal(
    'CLIENT_MESSAGE_ID_REUSED',
    ['clientMessageId'],
    'This clientMessageId was sent with another content; use a new one for a new message.',
  );

export const cardNotAllowed = (): Refusal =>
  plainRefusal(
    'CARD_NOT_ALLOWED',
    ['card'],
    'Show one order between this buyer and this shop, or one product of this shop that is on sale.',
  );

export const rejected = (message: string): Refusal => plainRefusal('MESSAGE_REJECTED', ['text'], message);

/** For texts beside messages, which are not judged but stored as well. */
export const cardNumber = (field: readonly string[]): Refusal =>
  plainRefusal('CARD_NUMBER', field, 'There is a bank card number in it; take it out, card numbers are not kept here.');

export const editWindowOver = (minutes: number): Refusal =>
  plainRefusal(
    'EDIT_WINDOW_OVER',
    ['messageId'],
    `A message can be edited for ${minutes} minutes; write a new one instead.`,
  );

export const messageDeleted = (): Refusal =>
  plainRefusal('MESSAGE_DELETED', ['messageId'], 'This message is deleted; write a new one instead.');

export const messageHeld = (): Refusal =>
  plainRefusal(
    'MESSAGE_HELD',
    ['messageId'],
    'This message waits for a decision and cannot be edited; delete it and write a new one.',
  );
