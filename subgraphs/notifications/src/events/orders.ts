import { consume } from '@vitrina/platform/events';
import { formatMoney, money } from '@vitrina/platform/money';
import { orderCancelled, orderCreated, orderDelivered, orderShipped } from '@vitrina/schema/events';
import * as purchases from '../domain/messages/purchases.ts';
import { saleCancelled } from '../domain/messages/shop.ts';
import type { Services } from '../services.ts';
import { peopleOfShop } from '../usecases/contacts.ts';
import { notify } from '../usecases/notify.ts';

/** A signed-in buyer, or the guest behind the order. */
export const buyerOf = ({ buyerId, orderId }: { readonly buyerId: string | null; readonly orderId: string }): string =>
  buyerId ?? orderId;

export const tellOrderPlaced = consume<Services, typeof orderCreated.payload>(
  orderCreated,
  'tell-order-placed',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: [buyerOf(payload)],
      message: purchases.orderPlaced,
      params: { number: payload.number, total: formatMoney(money(BigInt(payload.totalMinor), payload.currency), 'en') },
      subjectId: payload.orderId,
    }),
);

export const tellOrderShipped = consume<Services, typeof orderShipped.payload>(
  orderShipped,
  'tell-order-shipped',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: [buyerOf(payload)],
      message: purchases.orderShipped,
      params: { number: payload.number, carrier: payload.carrier, trackingNumber: payload.trackingNumber },
      subjectId: payload.orderId,
    }),
);

export const tellOrderDelivered = consume<Services, typeof orderDelivered.payload>(
  orderDelivered,
  'tell-order-delivered',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: [buyerOf(payload)],
      message: purchases.orderDelivered,
      params: { number: payload.number },
      subjectId: payload.orderId,
    }),
);

export const tellOrderCancelled = consume<Services, typeof orderCancelled.payload>(
  orderCancelled,
  'tell-order-cancelled',
  async ({ eventId, payload }, scope) => {
    const common = { eventId, params: { number: payload.number }, subjectId: payload.orderId };
    const people = await peopleOfShop(scope.services, payload.shopId);
    await notify(
      scope,
      { ...common, recipientIds: [buyerOf(payload)], message: purchases.orderCancelled },
      { ...common, recipientIds: people, message: saleCancelled },
    );
  },
);
