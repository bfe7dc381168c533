import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq } from 'drizzle-orm';
import { requestVoid } from '../domain/order-news.ts';
import type { Services } from '../services.ts';
import { lockPaymentOfGroup, readPaymentOfGroup } from '../store/load-payment.ts';
import type { PaymentRow } from '../store/payment.table.ts';
import { providerCall } from '../store/provider-call.table.ts';
import { noPayment } from './capture-payment.ts';
import { finish, runOpenCalls } from './run-provider-call.ts';
import { type Saved, saveChange } from './save-change.ts';

const alreadyCaptured = plainRefusal(
  'ALREADY_CAPTURED',
  ['groupId'],
  'The money was taken; return it with refundOrder.',
);

/**
 * Gives an authorisation up, once per group. A payment whose outcome is not known yet is marked, and released as soon
 * as it turns out to hold money. While a capture is under way its outcome is found out first: one of the two wins.
 */
export const voidPayment = async (services: Services, groupId: string): Promise<Result<PaymentRow, Refusal>> => {
  const before = await readPaymentOfGroup(services.database.orm, groupId);
  if (!before) return refuse(noPayment);
  await runOpenCalls(services, before.id);
  const outcome = await services.database.transaction(async (tx): Promise<Result<Saved, Refusal>> => {
    const loaded = await lockPaymentOfGroup(tx, groupId);
    if (!loaded) return refuse(noPayment);
    const { payment } = loaded;
    const [capture] = await tx
      .select({ id: providerCall.id })
      .from(providerCall)
      .where(
        and(eq(providerCall.paymentId, payment.id), eq(providerCall.kind, 'CAPTURE'), eq(providerCall.state, 'OPEN')),
      );
    if (payment.state === 'CAPTURED' || payment.capturedMinor > 0n || capture) return refuse(alreadyCaptured);
    if (payment.state === 'FAILED' || payment.state === 'VOIDED') return ok({ row: payment, calls: [] });
    return ok(await saveChange({ tx, services }, loaded, requestVoid(payment, services.clock.now()), 'caller'));
  });
  return outcome.ok ? ok(await finish(services, outcome.value)) : outcome;
};
