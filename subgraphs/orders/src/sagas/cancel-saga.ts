import { defineSaga } from '@vitrina/platform/saga';
import type { Ports } from '../ports.ts';
import { hintGroup } from '../usecases/announce.ts';
import { type CancelData, cancelSagaName } from './cancel/data.ts';
import { announce, awaitPurchase, awaitRefund, refund, restock } from './cancel/steps.ts';

/**
 * Gives back what a cancelled order took. The order itself is CANCELLED in the transaction that starts this, so nobody
 * can ship it any more; nothing here is ever undone.
 */
export const cancelSaga = defineSaga<Ports, CancelData>({
  name: cancelSagaName,
  steps: [awaitPurchase, restock, refund, announce, awaitRefund],
  onCommitted: ({ services, data }) => hintGroup(services, data.groupId),
});
