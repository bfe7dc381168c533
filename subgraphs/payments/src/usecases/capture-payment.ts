import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { capturableMinor } from '../domain/order-news.ts';
import { type Change, cashProvider, noChange } from '../domain/payment.ts';
import type { Services } from '../services.ts';
import { type LoadedPayment, lockPaymentOfGroup } from '../store/load-payment.ts';
import type { PaymentRow } from '../store/payment.table.ts';
import { finish } from './run-provider-call.ts';
import { type Saved, saveChange } from './save-change.ts';

/** The refusal of every operation on a group nobody started a payment for. */
export const noPayment = plainRefusal(
  'PAYMENT_NOT_FOUND',
  ['groupId'],
  'No payment was started for this group; authorise it first.',
);

/** Why this payment cannot be captured; undefined when it can, or already was. */
const refusalOf = ({ payment }: LoadedPayment): Refusal | undefined => {
  if (payment.provider === cashProvider) {
    return plainRefusal(
      'PAID_ON_DELIVERY',
      ['groupId'],
      'Cash is collected at the door; the delivery of each order captures its part.',
    );
  }
  if (payment.state === 'CAPTURED') return undefined;
  if (payment.voidRequestedAt || payment.state === 'VOIDED') {
    return plainRefusal('PAYMENT_VOIDED', ['groupId'], 'This payment was given up; start a new checkout.');
  }
  if (payment.state === 'AUTHORISED') return undefined;
  return plainRefusal(
    'NOT_AUTHORISED',
    ['groupId'],
    'Only an authorised payment can be captured; ask for its state with paymentByGroup.',
  );
};

/**
 * Takes the authorised money, less the parts cancelled meanwhile. Once per group: the call row is unique, a repetition
 * finds it and answers with what came of it. An unknown outcome leaves the payment AUTHORISED until asking shows more.
 */
export const capturePayment = async (services: Services, groupId: string): Promise<Result<PaymentRow, Refusal>> => {
  const outcome = await services.database.transaction(async (tx): Promise<Result<Saved, Refusal>> => {
    const loaded = await lockPaymentOfGroup(tx, groupId);
    if (!loaded) return refuse(noPayment);
    const refusal = refusalOf(loaded);
    if (refusal) return refuse(refusal);
    const amountMinor = capturableMinor(loaded.parts);
    if (loaded.payment.state === 'CAPTURED' || amountMinor === 0n) return ok({ row: loaded.payment, calls: [] });
    const intended: Change = { ...noChange, intended: [{ kind: 'CAPTURE', amountMinor }] };
    return ok(await saveChange({ tx, services }, loaded, intended, 'caller'));
  });
  return outcome.ok ? ok(await finish(services, outcome.value)) : outcome;
};
