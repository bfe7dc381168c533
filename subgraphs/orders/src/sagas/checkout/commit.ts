import { invariant } from '@vitrina/platform/errors';
import { type RemoteStep, type StepOutcome, stepDone, stepRefused } from '@vitrina/platform/saga';
import { eq } from 'drizzle-orm';
import { isSent } from '../../domain/order-state.ts';
import { plain } from '../../domain/refusals.ts';
import type { Ports } from '../../ports.ts';
import { orderGroup } from '../../store/order.table.ts';
import { lockGroup, ordersOf } from '../../usecases/record-change.ts';
import { because, type CheckoutData, type CheckoutScope, said } from './data.ts';

const gone = because([
  plain(
    'RESERVATION_GONE',
    [],
    'The goods were given to somebody else before the purchase was finished; your money comes back.',
  ),
]);

/** Has nobody send goods of this purchase any more; false when somebody did. */
const stopShipping = ({ services, subject, now }: CheckoutScope): Promise<boolean> =>
  services.database.transaction(async (tx) => {
    await lockGroup(tx, subject);
    if ((await ordersOf(tx, subject)).some(({ status }) => isSent(status))) return false;
    await tx.update(orderGroup).set({ cancelRequestedAt: now }).where(eq(orderGroup.id, subject));
    return true;
  });

/** The goods are somebody else's: everything is undone, unless a shop was quicker and sent them. Then it keeps its money. */
const giveUp = async (scope: CheckoutScope): Promise<StepOutcome<CheckoutData>> => {
  if (await stopShipping(scope)) return stepRefused(gone);
  const wasLookedAt = (await scope.services.interventions(scope.id)) > 0;
  invariant(
    wasLookedAt,
    `Goods of ${scope.subject} were sent although catalog gave them to somebody else. Correct the stock there, then resume this: the purchase stands.`,
  );
  return stepDone();
};

/** Takes the held units off hand for good. */
export const commit: RemoteStep<Ports, CheckoutData> = {
  kind: 'remote',
  name: 'commit',
  run: async (scope) => {
    const { userErrors } = await scope.services.catalog.commit(scope.subject);
    if (userErrors.length === 0) return stepDone();
    invariant(
      userErrors.every(({ code }) => code === 'RESERVATION_GONE'),
      `catalog refused to commit: ${said(userErrors)}`,
    );
    return giveUp(scope);
  },
  askOutcome: async (scope) => {
    const reservation = await scope.services.catalog.reservation(scope.subject);
    switch (reservation?.state) {
      case 'COMMITTED':
        return stepDone();
      case 'RELEASED':
      case 'EXPIRED':
        return giveUp(scope);
      default:
        return { kind: 'absent' };
    }
  },
};
