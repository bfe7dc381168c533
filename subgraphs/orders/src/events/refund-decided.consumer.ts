import { consume } from '@vitrina/platform/events';
import { paymentRefunded, paymentRefundFailed } from '@vitrina/schema/events';
import { cancelSagaName } from '../sagas/cancel/data.ts';
import { returnMoneySaga } from '../sagas/return-money-saga.ts';
import type { Services } from '../services.ts';
import { hintGroup } from '../usecases/announce.ts';
import { noteRefund } from '../usecases/note-refund.ts';

/** The money of an order is back with its buyer: at once, or days after it was asked for. */
export const markOrderRefunded = consume<Services, typeof paymentRefunded.payload>(
  paymentRefunded,
  'mark-order-refunded',
  async ({ payload: { groupId, orderId, amountMinor }, aggregateVersion }, { tx, services, afterCommit }) => {
    const news = { groupId, orderId, amountMinor: BigInt(amountMinor), paymentVersion: aggregateVersion };
    await noteRefund(services, tx, { ...news, status: 'REFUNDED' });
    await services.sagas.signal(tx, cancelSagaName, orderId);
    afterCommit(() => hintGroup(services, groupId));
  },
);

/** The money of an order could not be returned, or came back: it is owed, and a person has to see why. */
export const followFailedRefund = consume<Services, typeof paymentRefundFailed.payload>(
  paymentRefundFailed,
  'follow-failed-refund',
  async ({ payload, aggregateVersion }, { tx, services, afterCommit }) => {
    const { groupId, orderId, refundId, amountMinor } = payload;
    const news = { groupId, orderId, amountMinor: BigInt(amountMinor), paymentVersion: aggregateVersion };
    await noteRefund(services, tx, { ...news, status: 'REFUND_PENDING' });
    const data = { groupId, orderId, amountMinor };
    const sagaId = await services.sagas.start(tx, returnMoneySaga, { subject: refundId, data });
    await services.sagas.signal(tx, cancelSagaName, orderId);
    afterCommit(async () => {
      await services.sagas.wake(sagaId);
      await hintGroup(services, groupId);
    });
  },
);
