import { consume } from '@vitrina/platform/events';
import { orderPaid } from '@vitrina/schema/events';
import { dayOf } from '../domain/sales.ts';
import type { Services } from '../services.ts';
import { addPaidOrder } from '../store/sales.ts';

/** Counts a paid order into the shop's day; the day is when it was paid, however late the event comes. */
export const countPaidOrder = consume<Services, typeof orderPaid.payload>(
  orderPaid,
  'count-paid-order',
  async ({ payload, occurredAt }, { tx }) => {
    await addPaidOrder(tx, {
      shopId: payload.shopId,
      day: dayOf(occurredAt),
      currency: payload.currency,
      amountMinor: BigInt(payload.amountMinor),
    });
  },
);
