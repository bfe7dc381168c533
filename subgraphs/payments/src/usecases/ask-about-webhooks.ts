import type { Tx } from '@vitrina/platform/database';
import { metrics } from '@vitrina/platform/observability';
import { eq, or, type SQL } from 'drizzle-orm';
import type { Answer, IntentView, PaymentProvider, RefundView, WebhookSubject } from '../domain/provider.ts';
import { isGivenUp, reactionTo, webhookPauseMs } from '../domain/webhook.ts';
import type { Services } from '../services.ts';
import { lockPayment } from '../store/load-payment.ts';
import { payment } from '../store/payment.table.ts';
import { refund } from '../store/provider-call.table.ts';
import {
  closeWebhooks,
  dueWebhooks,
  type InboxVerdict,
  lockWaiting,
  readStandings,
  type WaitingEvent,
} from '../store/webhook-inbox.ts';
import { runOpenCalls } from './run-provider-call.ts';
import { applyRefundView, applyView } from './settle-call.ts';

const batch = 100;

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

/** Applies the provider's word to the payment the event is about, under its lock. Null when there is no such payment. */
const apply = async (tx: Tx, services: Services, subject: WebhookSubject, fresh: Fresh): Promise<string | null> => {
  if (subject.kind === 'intent' && fresh.kind === 'intent' && fresh.answer.kind === 'known') {
    const [found] = await tx.select({ id: payment.id }).from(payment).where(ofIntent(subject));
    const loaded = found && (await lockPayment(tx, found.id));
    if (!loaded) return null;
    await applyView({ tx, services }, loaded, fresh.answer.value, 'notice');
    return loaded.payment.id;
  }
  if (subject.kind === 'refund' && fresh.kind === 'refund' && fresh.answer.kind === 'known') {
    const [found] = await tx.select().from(refund).where(ofRefund(subject));
    const loaded = found && (await lockPayment(tx, found.paymentId));
    if (!found || !loaded) return null;
    await applyRefundView({ tx, services }, loaded, found.id, fresh.answer.value);
    return found.paymentId;
  }
  return null;
};

/** How an event goes on that brought nothing yet. */
const waitsOn = (services: Services, { eventId, subject, attempts }: WaitingEvent, isKnown: boolean): InboxVerdict => {
  if (!isGivenUp(attempts, isKnown)) {
    const nextAttemptAt = new Date(services.clock.now().getTime() + webhookPauseMs(attempts + 1));
    return { eventId, state: 'WAITING', nextAttemptAt };
  }
  metrics.givenUp.inc({ context: 'payments', work: 'webhook' });
  services.log.warn({ eventId, subject, isKnown }, 'A webhook was given up: what it is about cannot be found out.');
  return { eventId, state: 'IGNORED', nextAttemptAt: null };
};

/** Asks once about one thing and ends all events about it, in the transaction of the effect. */
const askOnce = async (
  services: Services,
  provider: PaymentProvider,
  events: readonly [WaitingEvent, ...WaitingEvent[]],
): Promise<void> => {
  const { subject } = events[0];
  const fresh = await readFresh(provider, subject);
  const ids = events.map(({ eventId }) => eventId);
  const paymentId = await services.database.transaction(async (tx) => {
    const mine = await lockWaiting(tx, provider.name, ids);
    if (mine.size === 0) return null;
    const applied = await apply(tx, services, subject, fresh);
    const verdicts = events
      .filter(({ eventId }) => mine.has(eventId))
      .map((event) =>
        applied === null
          ? waitsOn(services, event, true)
          : { eventId: event.eventId, state: 'APPLIED' as const, nextAttemptAt: null },
      );
    await closeWebhooks(tx, provider.name, verdicts);
    return applied;
  });
  // An event may have shown something to give back or to void: do it now rather than at the next sweep.
  if (paymentId !== null) await runOpenCalls(services, paymentId);
};

const endedBy = { ignore: 'IGNORED', nothing: 'APPLIED' } as const;

const thingOf = (subject: WebhookSubject): string =>
  subject.kind === 'intent' ? subject.intentId : subject.providerRefundId;

/** Several events about one thing are one question. */
const questionsOf = (events: readonly WaitingEvent[]): readonly [WaitingEvent, ...WaitingEvent[]][] => {
  const byThing = new Map<string, [WaitingEvent, ...WaitingEvent[]]>();
  for (const event of events) {
    const known = byThing.get(thingOf(event.subject));
    if (known) known.push(event);
    else byThing.set(thingOf(event.subject), [event]);
  }
  return [...byThing.values()];
};

/** Asks the provider about whatever these events may bring news of. */
export const askAbout = async (services: Services, events: readonly WaitingEvent[]): Promise<void> => {
  const provider = services.providers.card;
  if (!provider) return;
  for (const about of questionsOf(events)) await askOnce(services, provider, about);
};

/** The same for events that waited. One whose answer cannot be applied is put off, so that it keeps no other waiting. */
const askAgain = async (
  services: Services,
  provider: PaymentProvider,
  events: readonly WaitingEvent[],
  signal: AbortSignal,
): Promise<void> => {
  for (const about of questionsOf(events)) {
    if (signal.aborted) return;
    try {
      await askOnce(services, provider, about);
    } catch (error) {
      services.log.error({ err: error, subject: about[0].subject }, 'What a webhook is about could not be applied.');
      const verdicts = about.map((event) => waitsOn(services, event, true));
      await closeWebhooks(services.database.orm, provider.name, verdicts);
    }
  }
};

/**
 * Looks again at events that wait. All that turned out to be old news, or to be about nothing of ours, are ended in one
 * statement; the rest is asked for. Nothing waits for ever: pauses double up to ten minutes and looks are numbered.
 */
export const retryWaitingWebhooks = async (services: Services, signal: AbortSignal): Promise<void> => {
  const provider = services.providers.card;
  if (!provider) return;
  const { database, clock } = services;
  const now = clock.now();
  const due = await dueWebhooks(database, provider.name, now, batch);
  if (due.length === 0) return;
  const standings = await readStandings(database, provider.name, due, now);
  const news: WaitingEvent[] = [];
  const verdicts: InboxVerdict[] = [];
  for (const event of due) {
    const standing = standings.get(event.eventId);
    const reaction = reactionTo(event.subject, standing);
    if (reaction === 'ask') news.push(event);
    else if (reaction === 'later') verdicts.push(waitsOn(services, event, standing !== undefined));
    else verdicts.push({ eventId: event.eventId, state: endedBy[reaction], nextAttemptAt: null });
  }
  await closeWebhooks(database.orm, provider.name, verdicts);
  await askAgain(services, provider, news, signal);
};
