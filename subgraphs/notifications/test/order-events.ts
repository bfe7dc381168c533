import { orderDelivered, orderPaid, orderShipped, paymentFailed } from '@vitrina/schema/events';
import type { Engine } from './engine-setting.ts';
import { orderFacts } from './setting.ts';

/** Things that happen to orders, told to an engine that is asked for when they do. */
export const orderEvents = (current: () => Engine) => {
  const ship = (orderId = 'ord_1', buyerId = 'usr_buyer') =>
    current().market.deliver(orderShipped, {
      aggregateId: orderId,
      aggregateVersion: 2,
      payload: { ...orderFacts, orderId, buyerId, carrier: null, trackingNumber: null },
    });
  const deliverOrder = (orderId: string) =>
    current().market.deliver(orderDelivered, {
      aggregateId: orderId,
      aggregateVersion: 3,
      payload: { ...orderFacts, orderId, deliveredAt: '2026-01-15T12:00:00Z' },
    });
  const failPayment = () =>
    current().market.deliver(paymentFailed, {
      aggregateId: 'pay_1',
      aggregateVersion: 1,
      payload: {
        paymentId: 'pay_1',
        groupId: 'grp_1',
        orderIds: ['ord_1'],
        buyerId: 'usr_buyer',
        code: 'card_declined',
        message: 'The bank declined the card.',
      },
    });
  const pay = () =>
    current().market.deliver(orderPaid, {
      aggregateId: 'ord_1',
      aggregateVersion: 1,
      payload: {
        paymentId: 'pay_1',
        groupId: 'grp_1',
        orderId: 'ord_1',
        shopId: 'shp_1',
        buyerId: 'usr_buyer',
        amountMinor: '129900',
        currency: 'RUB',
      },
    });
  return { ship, deliverOrder, failPayment, pay };
};
