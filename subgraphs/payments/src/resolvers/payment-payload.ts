import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import type { PaymentMapper } from '../mappers.ts';
import { visiblePayment } from '../queries/visible-payment.ts';
import type { Context } from '../request.ts';
import type { PaymentRow } from '../store/payment.table.ts';

/** The payload of every operation that ends with a payment. */
export const paymentPayload = async (
  context: Context,
  result: Result<PaymentRow, Refusal>,
): Promise<{ payment: PaymentMapper | null; userErrors: readonly Refusal[] }> => {
  const { value, userErrors } = toPayload(result);
  return { payment: await visiblePayment(context, value), userErrors };
};
