import { consume } from '@vitrina/platform/events';
import { orderCompleted } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { applyOrderNews } from '../usecases/apply-order-news.ts';

/** The return window closed: escrow is released to the shop. */
export const releaseEscrow = consume<Services, typeof orderCompleted.payload>(
  orderCompleted,
  'release-escrow',
  ({ payload }, scope) => applyOrderNews(scope, { kind: 'completed', orderId: payload.orderId }),
);
