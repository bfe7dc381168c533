import { consume, gathering } from '@vitrina/platform/events';
import { orderPaid } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { hintGroup } from '../usecases/announce.ts';
import { markPaid } from '../usecases/mark-paid.ts';

const markAll = gathering<Services, { readonly groupId: string; readonly orderId: string }>(
  async ({ tx, services, afterCommit }, news) => {
    await markPaid(services, tx, news);
    for (const groupId of new Set(news.map((one) => one.groupId))) afterCommit(() => hintGroup(services, groupId));
  },
);

/** The money of an order is there. */
export const markOrderPaid = consume<Services, typeof orderPaid.payload>(
  orderPaid,
  'mark-order-paid',
  async ({ payload }, scope) => markAll(scope, payload),
);
