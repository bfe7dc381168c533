import { invariant } from '@vitrina/platform/errors';
import {
  type AskedOutcome,
  type RemoteStep,
  type StepOutcome,
  stepDone,
  stepRefused,
  stepWaits,
} from '@vitrina/platform/saga';
import { eq } from 'drizzle-orm';
import type { PaymentAnswer } from '../../clients/payments-client.ts';
import { paymentDeclined, plain } from '../../domain/refusals.ts';
import type { Ports } from '../../ports.ts';
import { shopOrder } from '../../store/order.table.ts';
import { because, type CheckoutData, type CheckoutScope, said } from './data.ts';

const pollSeconds = 5;

const isPrepaid = ({ data }: CheckoutScope): boolean => data.terms === 'PREPAID';

const judge = (payment: PaymentAnswer): AskedOutcome<CheckoutData> => {
  if (payment.state === 'CAPTURED') return stepDone();
  if (payment.state === 'AUTHORISED') return { kind: 'absent' };
  if (payment.state === 'PENDING' || payment.state === 'REQUIRES_ACTION') return stepWaits(pollSeconds);
  const { code, message } = payment.failure ?? {
    code: 'not_captured',
    message: 'The bank took its promise back and nothing was charged; order again.',
  };
  return stepRefused(because([paymentDeclined(code, message)]));
};

/** Takes the promised money; cash on delivery is collected by payments when the goods arrive. */
export const capture: RemoteStep<Ports, CheckoutData> = {
  kind: 'remote',
  name: 'capture',
  run: async (scope): Promise<StepOutcome<CheckoutData>> => {
    if (!isPrepaid(scope)) return stepDone();
    const { payment, userErrors } = await scope.services.payments.capture(scope.subject);
    if (!payment) return stepRefused(because(userErrors.map(({ code, message }) => plain(code, ['payment'], message))));
    const outcome = judge(payment);
    // Accepted but not taken yet: the provider settles it in a moment.
    return outcome.kind === 'absent' ? stepWaits(pollSeconds) : outcome;
  },
  askOutcome: async (scope) => {
    if (!isPrepaid(scope)) return stepDone();
    const payment = await scope.services.payments.byGroup(scope.subject);
    return payment ? judge(payment) : { kind: 'absent' };
  },
  /** Gives back what was captured, order by order; nothing when the money never was. */
  compensate: async (scope) => {
    const { services, subject } = scope;
    const payment = await services.payments.byGroup(subject);
    if (payment?.state !== 'CAPTURED' || !isPrepaid(scope)) return;
    const orders = await services.database.orm
      .select()
      .from(shopOrder)
      .where(eq(shopOrder.groupId, subject))
      .orderBy(shopOrder.id);
    for (const order of orders) {
      const { refund, userErrors } = await services.payments.refund({
        groupId: subject,
        orderId: order.id,
        amountMinor: order.totalMinor,
        reference: `undo-${order.id}`,
        reason: 'The purchase could not be finished.',
      });
      invariant(refund, `payments refused to refund ${order.id}: ${said(userErrors)}`);
    }
  },
};
