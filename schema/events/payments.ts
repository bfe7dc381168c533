import { z } from 'zod';
import { defineEvent, minor } from './contract.ts';

const group = z.object({ paymentId: z.string(), groupId: z.string() });

/** The buyer passed the bank's check after REQUIRES_ACTION: the saga may go on. */
export const paymentAuthorised = defineEvent({
  name: 'payment.authorised',
  version: 1,
  owner: 'payments',
  payload: group,
});
/** One per shop's order: its part of the money is captured (or cash was collected) and sits in escrow. */
export const orderPaid = defineEvent({
  name: 'order.paid',
  version: 1,
  owner: 'payments',
  payload: group.extend({
    orderId: z.string(),
    shopId: z.string(),
    buyerId: z.string().nullable(),
    amountMinor: minor,
    currency: z.string(),
  }),
});
/** A payment will not happen: declined, abandoned or cancelled by the provider. */
export const paymentFailed = defineEvent({
  name: 'payment.failed',
  version: 1,
  owner: 'payments',
  payload: group.extend({
    orderIds: z.array(z.string()),
    buyerId: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  }),
});
const refund = group.extend({
  orderId: z.string(),
  shopId: z.string(),
  buyerId: z.string().nullable(),
  refundId: z.string(),
  amountMinor: minor,
  currency: z.string(),
});

/** Money went back to the buyer for one shop's order. */
export const paymentRefunded = defineEvent({
  name: 'payment.refunded',
  version: 1,
  owner: 'payments',
  payload: refund,
});
/**
 * A refund ended without the buyer having the money: refused, or sent back by their bank even after `payment.refunded`.
 * The books have it where it was taken from, and it is owed. The last word on that refund; another one may return the money.
 */
export const paymentRefundFailed = defineEvent({
  name: 'payment.refund-failed',
  version: 1,
  owner: 'payments',
  payload: refund,
});
