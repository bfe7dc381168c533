import { invariant } from '@vitrina/platform/errors';
import { type RemoteStep, type StepOutcome, stepDone } from '@vitrina/platform/saga';
import { isStillOwed } from '../../domain/failed-refund.ts';
import type { Ports } from '../../ports.ts';
import { said } from '../checkout/data.ts';
import type { ReturnData, ReturnScope } from './data.ts';

/**
 * Whatever comes of the next refund is told by payments and closed there: success by `payment.refunded`, another failure
 * by a saga of its own. The reference makes asking again the same refund.
 */
const giveBackAgain = async ({ id, subject, data, services }: ReturnScope): Promise<StepOutcome<ReturnData>> => {
  const { groupId, orderId, amountMinor } = data;
  if (!isStillOwed(await services.payments.moneyOf(groupId, orderId), subject)) return stepDone();
  // What the provider refused once it refuses again, until somebody has seen why: trying by itself would only repeat it.
  const wasLookedAt = (await services.interventions(id)) > 0;
  invariant(
    wasLookedAt,
    `The provider could not return ${amountMinor} minor units of the order ${orderId} (${subject}). See why, then resume this to have it tried once more.`,
  );
  const { refund, userErrors } = await services.payments.refund({
    groupId,
    orderId,
    amountMinor: BigInt(amountMinor),
    reference: `again-${subject}`,
    reason: 'The order was cancelled.',
  });
  invariant(refund, `payments refused to refund ${orderId} again: ${said(userErrors)}`);
  return stepDone();
};

/** Returns the money of a refund that failed, when a person says so; nothing when it went back otherwise. */
export const returnAgain: RemoteStep<Ports, ReturnData> = {
  kind: 'remote',
  name: 'return-again',
  run: giveBackAgain,
  askOutcome: giveBackAgain,
};
