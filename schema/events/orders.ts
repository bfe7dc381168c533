import { z } from 'zod';
import { defineEvent, minor } from './contract.ts';

const order = z.object({
  orderId: z.string(),
  groupId: z.string(),
  shopId: z.string(),
  /** Absent for a guest. */
  buyerId: z.string().nullable(),
  /** What people see, e.g. `V-2F8K3`. */
  number: z.string(),
});

/** One per shop's order: stock is held and payment authorised (or due on delivery). The shop may rely on it. */
export const orderCreated = defineEvent({
  name: 'order.created',
  version: 1,
  owner: 'orders',
  payload: order.extend({
    paymentId: z.string(),
    reservationId: z.string(),
    paymentTerms: z.enum(['prepaid', 'on_delivery']),
    currency: z.string(),
    /** What the buyer owes for this shop's part: lines + delivery + exclusive tax. */
    totalMinor: minor,
    deliveryMinor: minor,
    taxMinor: minor,
    lines: z.array(
      z.object({
        orderLineId: z.string(),
        productId: z.string(),
        variantId: z.string(),
        categoryId: z.string(),
        quantity: z.number().int().positive(),
        totalMinor: minor,
      }),
    ),
  }),
});
/** The buyer's group reached CONFIRMED and the shop may prepare the goods. */
export const orderConfirmed = defineEvent({ name: 'order.confirmed', version: 1, owner: 'orders', payload: order });
/** The shop handed its part over to a carrier. */
export const orderShipped = defineEvent({
  name: 'order.shipped',
  version: 1,
  owner: 'orders',
  payload: order.extend({ carrier: z.string().nullable(), trackingNumber: z.string().nullable() }),
});
/** The buyer has the goods. */
export const orderDelivered = defineEvent({
  name: 'order.delivered',
  version: 1,
  owner: 'orders',
  payload: order.extend({ deliveredAt: z.iso.datetime() }),
});
/** The return window closed without a dispute: the shop's money may be released. */
export const orderCompleted = defineEvent({ name: 'order.completed', version: 1, owner: 'orders', payload: order });
/** The order will not be fulfilled. */
export const orderCancelled = defineEvent({
  name: 'order.cancelled',
  version: 1,
  owner: 'orders',
  payload: order.extend({
    reason: z.enum(['buyer', 'shop', 'payment_failed', 'payment_expired', 'out_of_stock', 'market']),
  }),
});
