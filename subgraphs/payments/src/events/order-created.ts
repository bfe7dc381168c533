import { consume, gathering } from '@vitrina/platform/events';
import { orderCreated } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { freezeCommissions, type PlacedOrder } from '../usecases/freeze-commission.ts';

const freezeAll = gathering<Services, PlacedOrder>(freezeCommissions);

/** Escrow is opened for the order: its commission is frozen as the shop's terms are now. */
export const openEscrow = consume<Services, typeof orderCreated.payload>(
  orderCreated,
  'open-escrow',
  async ({ payload }, scope) =>
    freezeAll(scope, {
      orderId: payload.orderId,
      groupId: payload.groupId,
      shopId: payload.shopId,
      totalMinor: BigInt(payload.totalMinor),
      lines: payload.lines.map((line) => ({
        orderLineId: line.orderLineId,
        categoryId: line.categoryId,
        chargedMinor: BigInt(line.totalMinor),
      })),
    }),
);
