import { consume } from '@vitrina/platform/events';
import { orderPaid } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { countPaidOrder as count } from '../usecases/count-paid-order.ts';

/** Counts a paid order into the shop's day; the day is when it was paid, however late the event comes. */
export const countPaidOrder = consume<Services, typeof orderPaid.payload>(
  orderPaid,
  'count-paid-order',
  ({ payload, occurredAt }, { tx }) => count(tx, payload, occurredAt),
);
