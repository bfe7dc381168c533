import { consume } from '@vitrina/platform/events';
import { orderPaid } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { hintGroup } from '../usecases/announce.ts';
import { markPaid } from '../usecases/mark-paid.ts';

/** The money of an order is there. */
export const markOrderPaid = consume<Services, typeof orderPaid.payload>(
  orderPaid,
  'mark-order-paid',
  async ({ payload }, { tx, services }) => {
    await markPaid(services, tx, payload);
    await hintGroup(services, payload.groupId);
  },
);
