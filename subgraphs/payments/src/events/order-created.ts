import { consume } from '@vitrina/platform/events';
import { orderCreated } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { freezeOrderCommission } from '../usecases/freeze-commission.ts';

/** Escrow is opened for the order: its commission is frozen as the shop's terms are now. */
export const openEscrow = consume<Services, typeof orderCreated.payload>(orderCreated, 'open-escrow', (event, scope) =>
  freezeOrderCommission(scope, {
    orderId: event.payload.orderId,
    shopId: event.payload.shopId,
    totalMinor: BigInt(event.payload.totalMinor),
    lines: event.payload.lines.map((line) => ({
      orderLineId: line.orderLineId,
      categoryId: line.categoryId,
      chargedMinor: BigInt(line.totalMinor),
    })),
  }),
);
