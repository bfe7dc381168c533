import { defineSaga } from '@vitrina/platform/saga';
import type { Ports } from '../ports.ts';
import { hintGroup } from '../usecases/announce.ts';
import { authorise } from './checkout/authorise.ts';
import { capture } from './checkout/capture.ts';
import { commit } from './checkout/commit.ts';
import { confirm } from './checkout/confirm.ts';
import { type CheckoutData, checkoutSagaName, paymentDeadlineSeconds } from './checkout/data.ts';
import { settle, undo } from './checkout/end.ts';
import { reserve } from './checkout/reserve.ts';

/**
 * One purchase. Reserve before authorising, because releasing a hold is cheaper than giving money back; confirm before
 * capturing, so that the shops' orders exist when money arrives for them; commit last, because a bound hold keeps.
 */
export const checkoutSaga = defineSaga<Ports, CheckoutData>({
  name: checkoutSagaName,
  deadline: { seconds: paymentDeadlineSeconds, lastStep: 'authorise' },
  steps: [reserve, authorise, confirm, capture, commit],
  onDone: settle,
  onUndone: undo,
  onCommitted: ({ services, subject }) => hintGroup(services, subject),
});
