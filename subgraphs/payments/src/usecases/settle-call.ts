import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { eq } from 'drizzle-orm';
import { type Channel, failed, observe } from '../domain/observe.ts';
import type { Answer, CallAnswer, IntentView, RefundView } from '../domain/provider.ts';
import { observeRefund } from '../domain/refund.ts';
import type { Services } from '../services.ts';
import { type LoadedPayment, lockPayment } from '../store/load-payment.ts';
import type { PaymentRow } from '../store/payment.table.ts';
import { paymentMethod } from '../store/payment-method.table.ts';
import { type ProviderCallRow, providerCall, refund } from '../store/provider-call.table.ts';
import { type ChangeScope, saveChange } from './save-change.ts';

const longestPauseMs = 60_000;

/** 1 s, 2 s, 4 s … up to a minute: how long an unknown outcome is left before it is asked again. */
const pauseMs = (attempts: number): number => Math.min(longestPauseMs, 1_000 * 2 ** Math.min(attempts - 1, 6));

const keepOpen = (tx: Tx, services: Services, call: ProviderCallRow, reason: string) => {
  const nextAttemptAt = new Date(services.clock.now().getTime() + pauseMs(call.attempts));
  return tx
    .update(providerCall)
    .set({ leasedUntil: null, nextAttemptAt, outcome: { unknown: reason } })
    .where(eq(providerCall.id, call.id));
};

const close = (tx: Tx, services: Services, call: ProviderCallRow, state: 'DONE' | 'REFUSED', outcome: object) =>
  tx
    .update(providerCall)
    .set({ state, outcome, leasedUntil: null, nextAttemptAt: null, finishedAt: services.clock.now() })
    .where(eq(providerCall.id, call.id));

/** Keeps the card for the buyer's next purchase when they asked for it and it worked. */
const keepCard = async (tx: Tx, services: Services, row: PaymentRow, view: IntentView): Promise<void> => {
  const { card } = view;
  if (!row.saveMethod || row.buyerId === null || !card || card.customerId === null) return;
  if (view.state !== 'AUTHORISED' && view.state !== 'CAPTURED') return;
  const { token: providerToken, customerId, ...face } = card;
  await tx
    .insert(paymentMethod)
    .values({
      id: newId('pmt'),
      userId: row.buyerId,
      provider: row.provider,
      providerToken,
      customerId,
      ...face,
      createdAt: services.clock.now(),
    })
    .onConflictDoNothing();
};

/** Applies what a provider says about a payment, in a transaction that holds its lock. */
export const applyView = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  view: IntentView,
  channel: Channel,
): Promise<PaymentRow> => {
  const { tx, services } = scope;
  await keepCard(tx, services, loaded.payment, view);
  return saveChange(scope, loaded, observe(loaded.payment, loaded.parts, view, { channel, now: services.clock.now() }));
};

/** Applies what a provider says about a refund; nothing when it is not news. */
export const applyRefundView = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  refundId: string,
  view: RefundView,
): Promise<void> => {
  const { tx, services } = scope;
  const [row] = await tx.select().from(refund).where(eq(refund.id, refundId));
  const part = loaded.parts.find((candidate) => candidate.orderId === row?.orderId);
  invariant(row && part, `The refund ${refundId} belongs to no part of its payment.`);
  const change = observeRefund(loaded.payment, part, row, view.state);
  const settledAt = view.state === 'PENDING' ? null : services.clock.now();
  const providerRefundId = view.providerRefundId ?? row.providerRefundId;
  await tx
    .update(refund)
    .set(change ? { state: view.state, settledAt, providerRefundId } : { providerRefundId })
    .where(eq(refund.id, refundId));
  if (change) await saveChange(scope, loaded, change);
  if (view.state === 'FAILED' && change)
    services.log.error({ refundId, paymentId: loaded.payment.id }, 'A refund failed; support has to return the money.');
};

const settleIntent = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  call: ProviderCallRow,
  answer: Answer<IntentView>,
) => {
  const { tx, services } = scope;
  if (answer.kind === 'unknown') return keepOpen(tx, services, call, answer.reason);
  if (answer.kind === 'known') {
    // Whoever waits for the first answer needs no event; whoever asked later may not be waiting any more.
    await applyView(scope, loaded, answer.value, call.attempts === 1 ? 'answer' : 'notice');
    return close(tx, services, call, 'DONE', { state: answer.value.state });
  }
  // A refused capture or void says that the payment is not as we think: the next try looks.
  if (call.kind !== 'AUTHORISE') return keepOpen(tx, services, call, answer.failure.code);
  const { state } = loaded.payment;
  if (state === 'PENDING')
    await saveChange(scope, loaded, failed(loaded.payment, loaded.parts, answer.failure, services.clock.now()));
  return close(tx, services, call, 'REFUSED', { ...answer.failure });
};

const settleRefund = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  call: ProviderCallRow,
  answer: Answer<RefundView>,
) => {
  const { tx, services } = scope;
  if (answer.kind === 'unknown') return keepOpen(tx, services, call, answer.reason);
  const view: RefundView =
    answer.kind === 'known' ? answer.value : { providerRefundId: null, refundId: call.refundId, state: 'FAILED' };
  await applyRefundView(scope, loaded, call.refundId ?? '', view);
  return answer.kind === 'known'
    ? close(tx, services, call, 'DONE', { state: view.state })
    : close(tx, services, call, 'REFUSED', { ...answer.failure });
};

/** Writes down what became of a call: its result and every effect of it, in one transaction. */
export const settleCall = (services: Services, call: ProviderCallRow, given: CallAnswer): Promise<void> =>
  services.database.transaction(async (tx) => {
    const scope = { tx, services };
    const loaded = await lockPayment(tx, call.paymentId);
    invariant(loaded, `The call ${call.id} has no payment.`);
    // Two may have asked at once after a lease ran out; the first to get here settled it.
    const [current] = await tx
      .select({ state: providerCall.state })
      .from(providerCall)
      .where(eq(providerCall.id, call.id));
    if (current?.state !== 'OPEN') return;
    if (given.subject === 'intent') await settleIntent(scope, loaded, call, given.answer);
    else await settleRefund(scope, loaded, call, given.answer);
  });
