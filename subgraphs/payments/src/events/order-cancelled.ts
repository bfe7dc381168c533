import { consume } from '@vitrina/platform/events';
import { orderCancelled } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { applyOrderNews } from '../usecases/apply-order-news.ts';

/** The order will not be fulfilled: what is left of its money is voided or refunded. */
export const returnMoney = consume<Services, typeof orderCancelled.payload>(
  orderCancelled,
  'return-money',
  ({ payload }, scope) => applyOrderNews(scope, { kind: 'cancelled', orderId: payload.orderId }),
);
