import { invariant } from '@vitrina/platform/errors';
import type { InternalCaller } from '@vitrina/platform/internal';
import type { MoneyOfOrder } from '../domain/failed-refund.ts';
import {
  AuthorisePaymentDocument,
  type AuthorisePaymentMutationVariables,
  CapturePaymentDocument,
  MoneyOfGroupDocument,
  type PaymentAnswerFragment,
  PaymentByGroupDocument,
  RefundOrderDocument,
  VoidPaymentDocument,
} from '../generated/payments-client.ts';

/** A payment as payments knows it at this moment; it has asked the provider when it was not sure. */
export type PaymentAnswer = PaymentAnswerFragment;
export type Authorisation = AuthorisePaymentMutationVariables['input'];

/** Asking a card network takes longer than asking a neighbour. */
const slow = { timeoutMs: 10_000 };

/** What orders asks of payments. Every call is idempotent by the group's id (a refund by its reference). */
export const createPaymentsClient = (internal: InternalCaller) => ({
  authorise: async (input: Authorisation) =>
    (await internal.call('payments', AuthorisePaymentDocument, { input }, slow)).authorisePayment,
  capture: async (groupId: string) =>
    (await internal.call('payments', CapturePaymentDocument, { input: { groupId } }, slow)).capturePayment,
  void: async (groupId: string) =>
    (await internal.call('payments', VoidPaymentDocument, { input: { groupId } }, slow)).voidPayment,
  byGroup: async (groupId: string): Promise<PaymentAnswer | null> =>
    (await internal.call('payments', PaymentByGroupDocument, { groupId }, slow)).paymentByGroup,
  moneyOf: (groupId: string, orderId: string): Promise<MoneyOfOrder> => moneyOf(internal, groupId, orderId),
  refund: async (input: { groupId: string; orderId: string; amountMinor: bigint; reference: string; reason: string }) =>
    (
      await internal.call(
        'payments',
        RefundOrderDocument,
        { input: { ...input, amountMinor: input.amountMinor.toString() } },
        slow,
      )
    ).refundOrder,
});

const moneyOf = async (internal: InternalCaller, groupId: string, orderId: string): Promise<MoneyOfOrder> => {
  const { paymentByGroup } = await internal.call('payments', MoneyOfGroupDocument, { groupId }, slow);
  const part = paymentByGroup?.parts.find(({ order }) => order.id === orderId);
  invariant(paymentByGroup && part, `payments knows no money of the order ${orderId}.`);
  const refunds = paymentByGroup.refunds
    .filter(({ order }) => order.id === orderId)
    .map(({ id, state, amount }) => ({ id, state, amountMinor: BigInt(amount.amountMinor) }));
  return {
    capturedMinor: BigInt(part.captured.amountMinor),
    refundedMinor: BigInt(part.refunded.amountMinor),
    refunds,
  };
};

export type PaymentsClient = ReturnType<typeof createPaymentsClient>;
