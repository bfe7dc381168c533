import { consume } from '@vitrina/platform/events';
import { orderDelivered } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { applyOrderNews } from '../usecases/apply-order-news.ts';

/** The buyer has the goods; cash on delivery is collected. */
export const collectOnDelivery = consume<Services, typeof orderDelivered.payload>(
  orderDelivered,
  'collect-on-delivery',
  ({ payload }, scope) =>
    applyOrderNews(scope, { kind: 'delivered', orderId: payload.orderId, at: new Date(payload.deliveredAt) }),
);
