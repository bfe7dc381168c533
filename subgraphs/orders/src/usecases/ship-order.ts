import type { Identity } from '@vitrina/platform/auth';
import type { IdempotencyScope } from '@vitrina/platform/idempotency';
import { newId } from '@vitrina/platform/ids';
import { orderShipped } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { shipment } from '../store/order.table.ts';
import { changeOrder } from './change-order.ts';
import { factsOf } from './published-facts.ts';
import { recordChange } from './record-change.ts';

/** Records that the shop handed its goods to a carrier. */
export const shipOrder = (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  { orderId, carrier, trackingNumber }: { orderId: string; carrier: string | null; trackingNumber: string | null },
) =>
  changeOrder(
    services,
    identity,
    scope,
    { orderId, command: 'ship', as: ['SHOP', 'ADMIN'] },
    async (tx, order, status, by) => {
      const now = services.clock.now();
      await tx.insert(shipment).values({ id: newId('shm'), orderId, carrier, trackingNumber, shippedAt: now });
      const shipped = await recordChange(tx, order, { event: 'SHIPPED', status, by }, now);
      await services.events.publish(tx, orderShipped, {
        aggregateId: orderId,
        aggregateVersion: shipped.version,
        payload: { ...factsOf(shipped), carrier, trackingNumber },
      });
    },
  );
