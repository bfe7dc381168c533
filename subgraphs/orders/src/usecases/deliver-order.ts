import type { Identity } from '@vitrina/platform/auth';
import type { IdempotencyScope } from '@vitrina/platform/idempotency';
import { orderDelivered } from '@vitrina/schema/events';
import type { ActorKind } from '../domain/order-state.ts';
import type { Services } from '../services.ts';
import { changeOrder } from './change-order.ts';
import { factsOf } from './published-facts.ts';
import { recordChange } from './record-change.ts';

const dayMs = 86_400_000;

/** Records that the goods arrived, and sets the timer of the return window. Cash on delivery is collected by payments upon the event. */
export const deliverOrder = (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  orderId: string,
  as: readonly ActorKind[],
) =>
  changeOrder(services, identity, scope, { orderId, command: 'deliver', as }, async (tx, order, status, by) => {
    const now = services.clock.now();
    const completeAt = new Date(now.getTime() + order.returnWindowDays * dayMs);
    const delivered = await recordChange(tx, order, { event: 'DELIVERED', status, by, set: { completeAt } }, now);
    await services.events.publish(tx, orderDelivered, {
      aggregateId: orderId,
      aggregateVersion: delivered.version,
      payload: { ...factsOf(delivered), deliveredAt: now.toISOString() },
    });
  });
