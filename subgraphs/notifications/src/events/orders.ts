import { consume } from '@vitrina/platform/events';
import { orderCancelled, orderCreated, orderDelivered, orderShipped } from '@vitrina/schema/events';
import * as purchases from '../domain/workflows/purchases.ts';
import { saleCancelled } from '../domain/workflows/shop.ts';
import type { Services } from '../services.ts';
import { notify, notifyAll } from '../usecases/notify.ts';

/** A signed-in buyer, or the guest behind the order. */
export const buyerOf = ({ buyerId, orderId }: { readonly buyerId: string | null; readonly orderId: string }): string =>
  buyerId ?? orderId;

/** "Pay now" of the purchase an order belongs to: pointless once the order went its way. */
export const reminderOf = ({ groupId }: { readonly groupId: string }) => ({
  workflow: purchases.paymentReminder.name,
  key: groupId,
});

export const tellOrderPlaced = consume<Services, typeof orderCreated.payload>(
  orderCreated,
  'tell-order-placed',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: [buyerOf(payload)],
      workflow: purchases.orderPlaced,
      params: {
        orderId: payload.orderId,
        number: payload.number,
        total: { amountMinor: payload.totalMinor, currency: payload.currency },
      },
      subjectId: payload.orderId,
    }),
);

export const tellOrderShipped = consume<Services, typeof orderShipped.payload>(
  orderShipped,
  'tell-order-shipped',
  ({ eventId, payload }, scope) =>
    notifyAll(scope, {
      told: [
        {
          eventId,
          to: [buyerOf(payload)],
          workflow: purchases.orderShipped,
          params: { number: payload.number, carrier: payload.carrier, trackingNumber: payload.trackingNumber },
          subjectId: payload.orderId,
          key: payload.orderId,
        },
      ],
      cancels: [reminderOf(payload)],
    }),
);

export const tellOrderDelivered = consume<Services, typeof orderDelivered.payload>(
  orderDelivered,
  'tell-order-delivered',
  ({ eventId, payload }, scope) =>
    notifyAll(scope, {
      told: [
        {
          eventId,
          to: [buyerOf(payload)],
          workflow: purchases.orderDelivered,
          params: { number: payload.number },
          subjectId: payload.orderId,
          key: payload.orderId,
        },
      ],
      // Who has the goods need not hear that they are on their way.
      cancels: [{ workflow: purchases.orderShipped.name, key: payload.orderId }],
    }),
);

export const tellOrderCancelled = consume<Services, typeof orderCancelled.payload>(
  orderCancelled,
  'tell-order-cancelled',
  ({ eventId, payload }, scope) => {
    const common = { eventId, params: { number: payload.number }, subjectId: payload.orderId, key: payload.orderId };
    return notifyAll(scope, {
      told: [
        { ...common, to: [buyerOf(payload)], workflow: purchases.orderCancelled },
        { ...common, to: { shopId: payload.shopId }, workflow: saleCancelled },
      ],
      cancels: payload.reason === 'payment_failed' ? [] : [reminderOf(payload)],
    });
  },
);
