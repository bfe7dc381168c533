import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { and, eq, lte, or, type SQL } from 'drizzle-orm';
import type {
  Answer,
  IntentView,
  PaymentProvider,
  RefundView,
  WebhookEvent,
  WebhookSubject,
} from '../domain/provider.ts';
import type { Services } from '../services.ts';
import { lockPayment } from '../store/load-payment.ts';
import { payment } from '../store/payment.table.ts';
import { refund, webhookInbox } from '../store/provider-call.table.ts';
import { runOpenCalls } from './run-provider-call.ts';
import { applyRefundView, applyView } from './settle-call.ts';

/** An event whose payment does not turn up within a day is not ours. */
const longestWaitMs = 24 * 3_600_000;
const firstPauseMs = 2_000;
const longestPauseMs = 600_000;

/** What became of an event; `paymentId` is set when it was about a payment of ours. */
interface Handled {
  readonly state: 'APPLIED' | 'IGNORED' | 'WAITING';
  readonly paymentId: string | null;
}

type Fresh =
  | { readonly kind: 'intent'; readonly answer: Answer<IntentView> }
  | { readonly kind: 'refund'; readonly answer: Answer<RefundView> };

/** The state as the provider has it now: events come late and out of order, their own content is never applied. */
const readFresh = async (provider: PaymentProvider, subject: WebhookSubject): Promise<Fresh> =>
  subject.kind === 'intent'
    ? { kind: 'intent', answer: await provider.retrieve(subject.intentId) }
    : { kind: 'refund', answer: await provider.retrieveRefund(subject.providerRefundId) };

/** By the provider's id once we know it; by our own, which the object carries, when the event overtook that answer. */
const ofIntent = (subject: Extract<WebhookSubject, { kind: 'intent' }>): SQL | undefined =>
  subject.paymentId === null
    ? eq(payment.providerIntentId, subject.intentId)
    : or(eq(payment.providerIntentId, subject.intentId), eq(payment.id, subject.paymentId));

/** The same for refunds. */
const ofRefund = (subject: Extract<WebhookSubject, { kind: 'refund' }>): SQL | undefined =>
  subject.refundId === null
    ? eq(refund.providerRefundId, subject.providerRefundId)
    : or(eq(refund.providerRefundId, subject.providerRefundId), eq(refund.id, subject.refundId));

/** Applies the provider's word to the payment the event is about, under its lock. */
const apply = async (tx: Tx, services: Services, subject: WebhookSubject, fresh: Fresh): Promise<Handled> => {
  if (subject.kind === 'intent' && fresh.kind === 'intent') {
    const [found] = await tx.select({ id: payment.id }).from(payment).where(ofIntent(subject));
    const loaded = found && (await lockPayment(tx, found.id));
    if (!loaded) return { state: 'WAITING', paymentId: null };
    if (fresh.answer.kind !== 'known') return { state: 'WAITING', paymentId: loaded.payment.id };
    await applyView({ tx, services }, loaded, fresh.answer.value, 'notice');
    return { state: 'APPLIED', paymentId: loaded.payment.id };
  }
  if (subject.kind === 'refund' && fresh.kind === 'refund') {
    const [found] = await tx.select().from(refund).where(ofRefund(subject));
    const loaded = found && (await lockPayment(tx, found.paymentId));
    if (!found || !loaded) return { state: 'WAITING', paymentId: null };
    if (fresh.answer.kind !== 'known') return { state: 'WAITING', paymentId: found.paymentId };
    await applyRefundView({ tx, services }, loaded, found.id, fresh.answer.value);
    return { state: 'APPLIED', paymentId: found.paymentId };
  }
  return { state: 'IGNORED', paymentId: null };
};

/**
 * Takes one signed event in: inbox row and effect in one transaction, so a redelivery finds the row and moves nothing.
 * The state is read from the provider beforehand, outside the transaction. An event about a payment we do not know
 * (yet: it may overtake the answer that tells us its id) waits and is tried again.
 */
export const receiveWebhook = async (services: Services, event: WebhookEvent): Promise<void> => {
  const provider = services.providers.card;
  invariant(provider, 'A webhook was read although no card provider is configured.');
  const { database, clock } = services;
  const key = and(eq(webhookInbox.provider, provider.name), eq(webhookInbox.eventId, event.eventId));
  const [seen] = await database.orm.select({ state: webhookInbox.state }).from(webhookInbox).where(key);
  if (seen) return;
  const { subject } = event;
  const fresh = subject && (await readFresh(provider, subject));
  const handled = await database.transaction(async (tx): Promise<Handled | undefined> => {
    const now = clock.now();
    const row = {
      provider: provider.name,
      eventId: event.eventId,
      type: event.type,
      subject: subject ?? {},
      receivedAt: now,
    };
    const [mine] = await tx
      .insert(webhookInbox)
      .values({ ...row, state: 'IGNORED' })
      .onConflictDoNothing()
      .returning({ id: webhookInbox.eventId });
    if (!mine) return undefined;
    const outcome: Handled =
      subject && fresh ? await apply(tx, services, subject, fresh) : { state: 'IGNORED', paymentId: null };
    const nextAttemptAt = outcome.state === 'WAITING' ? new Date(now.getTime() + firstPauseMs) : null;
    await tx.update(webhookInbox).set({ state: outcome.state, nextAttemptAt }).where(key);
    return outcome;
  });
  // An event may have shown something to give back or to void: do it now rather than at the next sweep.
  if (handled?.paymentId) await runOpenCalls(services, handled.paymentId);
};

/** Tries events again that wait for their payment; gives up on those that waited a day. */
export const retryWaitingWebhooks = async (services: Services, signal: AbortSignal): Promise<void> => {
  const provider = services.providers.card;
  if (!provider) return;
  const { database, clock } = services;
  const due = await database.orm
    .select()
    .from(webhookInbox)
    .where(and(eq(webhookInbox.state, 'WAITING'), lte(webhookInbox.nextAttemptAt, clock.now())))
    .limit(100);
  for (const row of due) {
    if (signal.aborted) return;
    const subject = row.subject as WebhookSubject;
    const fresh = await readFresh(provider, subject);
    const now = clock.now();
    await database.transaction(async (tx) => {
      const key = and(eq(webhookInbox.provider, row.provider), eq(webhookInbox.eventId, row.eventId));
      const [locked] = await tx.select().from(webhookInbox).where(key).for('update');
      if (locked?.state !== 'WAITING') return;
      const { state } = await apply(tx, services, subject, fresh);
      const isOld = now.getTime() - row.receivedAt.getTime() > longestWaitMs;
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(row.attempts, 12));
      await tx
        .update(webhookInbox)
        .set({
          state: state === 'WAITING' && isOld ? 'IGNORED' : state,
          attempts: row.attempts + 1,
          nextAttemptAt: state === 'WAITING' && !isOld ? new Date(now.getTime() + pauseMs) : null,
        })
        .where(key);
      if (state === 'WAITING' && isOld)
        services.log.warn({ eventId: row.eventId, subject }, 'A webhook is about no payment of ours.');
    });
  }
};
