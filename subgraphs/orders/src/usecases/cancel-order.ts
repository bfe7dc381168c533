import type { Identity } from '@vitrina/platform/auth';
import type { IdempotencyScope } from '@vitrina/platform/idempotency';
import { type ActorKind, type CancelReason, isGivenBack } from '../domain/order-state.ts';
import { cancelSaga } from '../sagas/cancel-saga.ts';
import type { Services } from '../services.ts';
import { changeOrder } from './change-order.ts';
import { recordChange } from './record-change.ts';

const reasons: Readonly<Record<ActorKind, CancelReason>> = {
  BUYER: 'BUYER',
  SHOP: 'SHOP',
  ADMIN: 'MARKET',
  SYSTEM: 'MARKET',
};

/** Cancels an order that was not shipped; the saga started with it gives back goods and money. */
export const cancelOrder = async (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  { orderId, note }: { orderId: string; note: string | null },
) => {
  let sagaId: string | undefined;
  const done = await changeOrder(
    services,
    identity,
    scope,
    { orderId, command: 'cancel', as: ['BUYER', 'SHOP', 'ADMIN'] },
    async (tx, order, status, by) => {
      const toGiveBack = order.terms === 'PREPAID' ? 'REFUND_PENDING' : 'VOIDED';
      // A purchase that is being undone at this moment may have given it back.
      const paymentStatus = isGivenBack(order.paymentStatus) ? order.paymentStatus : toGiveBack;
      const set = { cancelReason: reasons[by.kind], paymentStatus };
      await recordChange(tx, order, { event: 'CANCELLED', status, by, note, set }, services.clock.now());
      sagaId = await services.sagas.start(tx, cancelSaga, { subject: orderId, data: { groupId: order.groupId } });
    },
  );
  if (sagaId) await services.sagas.advanceFor(sagaId, services.checkoutWaitMs);
  return done;
};
