import { setTimeout as pause } from 'node:timers/promises';
import { crashPoint } from '@vitrina/platform/crash-points';
import { invariant } from '@vitrina/platform/errors';
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { cashProvider } from '../domain/payment.ts';
import type { CallAnswer, PaymentProvider } from '../domain/provider.ts';
import type { Services } from '../services.ts';
import { type PaymentRow, payment } from '../store/payment.table.ts';
import { type ProviderCallRow, providerCall } from '../store/provider-call.table.ts';
import type { Saved } from './save-change.ts';
import { settleCall } from './settle-call.ts';

/** How long somebody who finds a call in other hands waits for its outcome. */
const waitMs = 2_500;
const pollMs = 40;

/** The adapter a payment was started with. */
export const providerOf = (services: Services, row: Pick<PaymentRow, 'provider'>): PaymentProvider => {
  const provider = row.provider === cashProvider ? services.providers.cash : services.providers.card;
  invariant(provider?.name === row.provider, `The provider "${row.provider}" of a payment is not configured any more.`);
  return provider;
};

/** Takes an open call that nobody holds. The condition and the lease are one statement, so one of many gets it. */
const claim = async (services: Services, callId: string): Promise<ProviderCallRow | undefined> => {
  const now = services.clock.now();
  const [row] = await services.database.orm
    .update(providerCall)
    .set({ leasedUntil: new Date(now.getTime() + services.callLeaseMs), attempts: sql`${providerCall.attempts} + 1` })
    .where(
      and(
        eq(providerCall.id, callId),
        eq(providerCall.state, 'OPEN'),
        or(isNull(providerCall.leasedUntil), lte(providerCall.leasedUntil, now)),
      ),
    )
    .returning();
  return row;
};

/** The first try does, every later one asks: an answer that was lost is never assumed. */
const carryOut = async (provider: PaymentProvider, call: ProviderCallRow, row: PaymentRow): Promise<CallAnswer> => {
  const isFirst = call.attempts === 1;
  const order = {
    callId: call.id,
    startedAt: call.startedAt,
    intentId: row.providerIntentId,
    amountMinor: call.amountMinor,
    currency: row.currency,
  };
  switch (call.kind) {
    case 'AUTHORISE': {
      const whole = {
        ...order,
        paymentId: row.id,
        groupId: row.groupId,
        providerToken: row.providerToken,
        customerId: row.providerCustomerId,
        saveMethod: row.saveMethod,
        returnUrl: row.returnUrl,
      };
      return { subject: 'intent', answer: await (isFirst ? provider.authorise(whole) : provider.askAuthorised(whole)) };
    }
    case 'CAPTURE':
      return { subject: 'intent', answer: await (isFirst ? provider.capture(order) : provider.askCaptured(order)) };
    case 'VOID':
      return { subject: 'intent', answer: await (isFirst ? provider.cancel(order) : provider.askCancelled(order)) };
    case 'REFUND': {
      const whole = { ...order, refundId: call.refundId ?? '' };
      return { subject: 'refund', answer: await (isFirst ? provider.refund(whole) : provider.askRefunded(whole)) };
    }
  }
};

/** Waits for whoever holds the call, so that ten requests at once get one answer instead of nine shrugs. */
const awaitOther = async (services: Services, callId: string): Promise<void> => {
  for (let waited = 0; waited < waitMs; waited += pollMs) {
    const [row] = await services.database.orm
      .select({ state: providerCall.state, leasedUntil: providerCall.leasedUntil })
      .from(providerCall)
      .where(eq(providerCall.id, callId));
    if (row?.state !== 'OPEN' || row.leasedUntil === null) return;
    await pause(pollMs);
  }
};

/** Makes a claimed call and writes its result down. A process may die at any of the crash points. */
const perform = async (services: Services, call: ProviderCallRow, row: PaymentRow): Promise<Saved> => {
  const step = `payments.${call.kind.toLowerCase()}`;
  crashPoint(`${step}.before-call`);
  const answer = await carryOut(providerOf(services, row), call, row);
  crashPoint(`${step}.after-call`);
  const settled = await settleCall(services, call, answer);
  crashPoint(`${step}.after-result`);
  return settled;
};

/**
 * Carries one call out, or waits a moment for whoever does. Between its row and its result a process may die: the
 * row's lease runs out and the next one asks what became of it. Ends with the call closed, or open and to be asked again.
 */
export const runProviderCall = async (services: Services, callId: string): Promise<void> => {
  const call = await claim(services, callId);
  if (!call) return awaitOther(services, callId);
  const [row] = await services.database.orm.select().from(payment).where(eq(payment.id, call.paymentId));
  invariant(row, `The call ${callId} has no payment.`);
  await perform(services, call, row);
};

/** Runs every open call of a payment, in the order they were written down; one may bring the next (a void found necessary). */
export const runOpenCalls = async (services: Services, paymentId: string): Promise<void> => {
  const tried = new Set<string>();
  for (;;) {
    const open = await services.database.orm
      .select({ id: providerCall.id })
      .from(providerCall)
      .where(and(eq(providerCall.paymentId, paymentId), eq(providerCall.state, 'OPEN')))
      .orderBy(asc(providerCall.id));
    const next = open.find(({ id }) => !tried.has(id));
    if (!next) return;
    tried.add(next.id);
    await runProviderCall(services, next.id);
  }
};

/**
 * Ends a request that wrote a call down: makes the call it claimed and answers with the payment as it stands then. When
 * somebody else wrote the call down before, or more follows from it, whatever is open is carried out first.
 */
export const finish = async (services: Services, { row, calls }: Saved): Promise<PaymentRow> => {
  const [call] = calls;
  const settled = call && (await perform(services, call, row));
  if (settled && settled.calls.length === 0) return settled.row;
  await runOpenCalls(services, row.id);
  const [current] = await services.database.orm.select().from(payment).where(eq(payment.id, row.id));
  return current ?? row;
};
