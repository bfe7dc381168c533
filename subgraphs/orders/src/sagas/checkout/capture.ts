import { invariant } from '@vitrina/platform/errors';
import {
  type AskedOutcome,
  type RemoteStep,
  type StepOutcome,
  stepDone,
  stepRefused,
  stepWaits,
} from '@vitrina/platform/saga';
import { and, eq, ne } from 'drizzle-orm';
import type { PaymentAnswer } from '../../clients/payments-client.ts';
import { paymentDeclined, plain } from '../../domain/refusals.ts';
import type { Ports } from '../../ports.ts';
import { type OrderRow, shopOrder } from '../../store/order.table.ts';
import { lockGroup } from '../../usecases/record-change.ts';
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

/** Returns the money of one order, and has the order say so: the report of the capture may be still on its way. */
const giveBack = async ({ services, subject }: CheckoutScope, order: OrderRow): Promise<void> => {
  const { refund, userErrors } = await services.payments.refund({
    groupId: subject,
    orderId: order.id,
    amountMinor: order.totalMinor,
    reference: `undo-${order.id}`,
    reason: 'The purchase could not be finished.',
  });
  invariant(refund, `payments refused to refund ${order.id}: ${said(userErrors)}`);
  // One that failed is no reason to keep the order alive, or its shop would send it: payments tells of it, and a saga of its
  // own sees to the money.
  const paymentStatus = refund.state === 'SUCCEEDED' ? 'REFUNDED' : 'REFUND_PENDING';
  await services.database.transaction(async (tx) => {
    await lockGroup(tx, subject);
    // The report of a refund may be quicker than its answer: what is back does not go on its way again.
    const notBack = and(eq(shopOrder.id, order.id), ne(shopOrder.paymentStatus, 'REFUNDED'));
    await tx.update(shopOrder).set({ paymentStatus }).where(notBack);
  });
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
    for (const order of orders) await giveBack(scope, order);
  },
};
