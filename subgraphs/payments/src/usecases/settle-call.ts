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
import { type ProviderCallRow, refund } from '../store/provider-call.table.ts';
import { closeCall, leaveCallOpen } from '../store/write-payment.ts';
import { type ChangeScope, type Saved, saveChange } from './save-change.ts';

const longestPauseMs = 60_000;

/** 1 s, 2 s, 4 s … up to a minute: how long an unknown outcome is left before it is asked again. */
const pauseMs = (attempts: number): number => Math.min(longestPauseMs, 1_000 * 2 ** Math.min(attempts - 1, 6));

/** What became of a call, as its row says it afterwards. */
type Ending =
  | { readonly state: 'OPEN'; readonly reason: string }
  | { readonly state: 'DONE' | 'REFUSED'; readonly outcome: object };

/** Ends a call, or leaves it open for the next question. False when somebody else ended it in the meantime. */
const end = ({ tx, services }: ChangeScope, call: ProviderCallRow, ending: Ending): Promise<boolean> => {
  const now = services.clock.now();
  if (ending.state !== 'OPEN') return closeCall(tx, call.id, { ...ending, finishedAt: now });
  const nextAttemptAt = new Date(now.getTime() + pauseMs(call.attempts));
  return leaveCallOpen(tx, call.id, { outcome: { unknown: ending.reason }, nextAttemptAt });
};

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
): Promise<Saved> => {
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
    services.log.error(
      { refundId, paymentId: loaded.payment.id },
      'A refund failed; orders has it listed for a person who sees to it.',
    );
};

/** What an answer about a payment means for the call that asked. A refused capture or void is looked at again. */
const endingOf = (call: ProviderCallRow, answer: Answer<{ readonly state: string }>): Ending => {
  if (answer.kind === 'unknown') return { state: 'OPEN', reason: answer.reason };
  if (answer.kind === 'known') return { state: 'DONE', outcome: { state: answer.value.state } };
  const isFinal = call.kind === 'AUTHORISE' || call.kind === 'REFUND';
  return isFinal
    ? { state: 'REFUSED', outcome: { ...answer.failure } }
    : { state: 'OPEN', reason: answer.failure.code };
};

/** Applies an answer about a payment. What is unknown changes nothing: not knowing is not a failure. */
const applyIntent = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  call: ProviderCallRow,
  answer: Answer<IntentView>,
): Promise<Saved> => {
  const unchanged: Saved = { row: loaded.payment, calls: [] };
  // Whoever waits for the first answer needs no event; whoever asked later may not be waiting any more.
  if (answer.kind === 'known') return applyView(scope, loaded, answer.value, call.attempts === 1 ? 'answer' : 'notice');
  if (answer.kind === 'unknown' || call.kind !== 'AUTHORISE' || loaded.payment.state !== 'PENDING') return unchanged;
  return saveChange(scope, loaded, failed(loaded.payment, loaded.parts, answer.failure, scope.services.clock.now()));
};

/** Applies an answer about a refund; a refused one is over, and the money stays where it was. */
const applyRefund = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  call: ProviderCallRow,
  answer: Answer<RefundView>,
): Promise<void> => {
  if (answer.kind === 'unknown') return;
  const refused: RefundView = { providerRefundId: null, refundId: call.refundId, state: 'FAILED' };
  await applyRefundView(scope, loaded, call.refundId ?? '', answer.kind === 'known' ? answer.value : refused);
};

/**
 * Writes down what became of a call: its result and every effect of it, in one transaction. Gives back the payment as
 * it stands then, and the calls that follow from it.
 */
export const settleCall = (services: Services, call: ProviderCallRow, given: CallAnswer): Promise<Saved> =>
  services.database.transaction(async (tx) => {
    const scope = { tx, services };
    // Sent together: the lock is taken first, then the call is ended under it.
    const [loaded, isEnded] = await Promise.all([
      lockPayment(tx, call.paymentId),
      end(scope, call, endingOf(call, given.answer)),
    ]);
    invariant(loaded, `The call ${call.id} has no payment.`);
    const unchanged: Saved = { row: loaded.payment, calls: [] };
    // Two may have asked at once after a lease ran out; the first to get here settled it.
    if (!isEnded) return unchanged;
    if (given.subject === 'intent') return applyIntent(scope, loaded, call, given.answer);
    await applyRefund(scope, loaded, call, given.answer);
    return unchanged;
  });
