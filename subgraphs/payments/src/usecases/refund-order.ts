import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { asc, eq } from 'drizzle-orm';
import { refundableMinor, startRefund } from '../domain/refund.ts';
import type { Services } from '../services.ts';
import { lockPaymentOfGroup } from '../store/load-payment.ts';
import { type RefundRow, refund } from '../store/provider-call.table.ts';
import { noPayment } from './capture-payment.ts';
import { runOpenCalls } from './run-provider-call.ts';
import { saveChange } from './save-change.ts';

export interface RefundRequest {
  readonly groupId: string;
  readonly orderId: string;
  readonly amountMinor: bigint;
  readonly reference: string;
  readonly reason: string;
}

const reused = plainRefusal(
  'REFERENCE_REUSED',
  ['reference'],
  'This reference belongs to another refund; use a new one.',
);
const noOrder = plainRefusal(
  'ORDER_NOT_IN_PAYMENT',
  ['orderId'],
  'This order is not part of that payment; check both ids.',
);

/** Writes the refund down under the payment's lock; nothing can be returned twice, because what is pending counts. */
const writeDown = (
  services: Services,
  request: RefundRequest,
): Promise<Result<{ readonly refundId: string; readonly paymentId: string }, Refusal>> =>
  services.database.transaction(async (tx) => {
    const loaded = await lockPaymentOfGroup(tx, request.groupId);
    if (!loaded) return refuse(noPayment);
    const paymentId = loaded.payment.id;
    const [known] = await tx.select().from(refund).where(eq(refund.reference, request.reference));
    if (known) {
      const isSame =
        known.paymentId === paymentId && known.orderId === request.orderId && known.amountMinor === request.amountMinor;
      return isSame ? ok({ refundId: known.id, paymentId }) : refuse(reused);
    }
    const part = loaded.parts.find((candidate) => candidate.orderId === request.orderId);
    if (!part) return refuse(noOrder);
    if (request.amountMinor <= 0n)
      return refuse(plainRefusal('AMOUNT_INVALID', ['amountMinor'], 'Give an amount above zero.'));
    const left = refundableMinor(part);
    if (request.amountMinor > left) {
      return refuse(
        plainRefusal(
          'REFUND_EXCEEDS_PAID',
          ['amountMinor'],
          `At most ${left} can still be returned for this order; ask for that or less.`,
        ),
      );
    }
    const earlier = await tx.select().from(refund).where(eq(refund.orderId, request.orderId)).orderBy(asc(refund.id));
    const started = startRefund(loaded.payment, part, { ...request, earlier });
    await saveChange({ tx, services }, loaded, started.change);
    return ok({ refundId: started.refund.id, paymentId });
  });

/** Returns money of one order, once per reference: from escrow while it is held, afterwards from shop and market. */
export const refundOrder = async (services: Services, request: RefundRequest): Promise<Result<RefundRow, Refusal>> => {
  const written = await writeDown(services, request);
  if (!written.ok) return written;
  await runOpenCalls(services, written.value.paymentId);
  const [row] = await services.database.orm.select().from(refund).where(eq(refund.id, written.value.refundId));
  return row ? ok(row) : refuse(noPayment);
};
