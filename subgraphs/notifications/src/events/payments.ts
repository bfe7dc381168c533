import { consume } from '@vitrina/platform/events';
import { orderPaid, paymentFailed, paymentRefunded } from '@vitrina/schema/events';
import * as purchases from '../domain/workflows/purchases.ts';
import { saleToShip } from '../domain/workflows/shop.ts';
import type { Services } from '../services.ts';
import { notify, notifyAll } from '../usecases/notify.ts';
import { buyerOf, reminderOf } from './orders.ts';

const amountOf = ({ amountMinor, currency }: { readonly amountMinor: string; readonly currency: string }) => ({
  // As it is: the text writes it in the reader's language.
  amount: { amountMinor, currency },
});

export const tellOrderPaid = consume<Services, typeof orderPaid.payload>(
  orderPaid,
  'tell-order-paid',
  ({ eventId, payload }, scope) => {
    const common = { eventId, params: amountOf(payload), subjectId: payload.orderId };
    return notifyAll(scope, {
      told: [
        { ...common, to: [buyerOf(payload)], workflow: purchases.orderPaid },
        {
          ...common,
          to: { shopId: payload.shopId },
          workflow: saleToShip,
          params: { ...common.params, orderId: payload.orderId },
          key: payload.shopId,
        },
      ],
      cancels: [reminderOf(payload)],
    });
  },
);

export const tellPaymentFailed = consume<Services, typeof paymentFailed.payload>(
  paymentFailed,
  'tell-payment-failed',
  ({ eventId, payload }, scope) => {
    const { buyerId, orderIds } = payload;
    // A guest's group is known by any of its orders: one mail for the group, not one per shop.
    const to = buyerId ? [buyerId] : orderIds.slice(0, 1);
    const common = { eventId, to, subjectId: payload.groupId, key: payload.groupId };
    return notify(
      scope,
      { ...common, workflow: purchases.paymentFailed, params: { reason: payload.message } },
      { ...common, workflow: purchases.paymentReminder, params: { orderIds: orderIds.join(',') } },
    );
  },
);

export const tellPaymentRefunded = consume<Services, typeof paymentRefunded.payload>(
  paymentRefunded,
  'tell-payment-refunded',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: [buyerOf(payload)],
      workflow: purchases.paymentRefunded,
      params: amountOf(payload),
      subjectId: payload.orderId,
    }),
);
