import { metrics } from '@vitrina/platform/observability';
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { lockPayment } from '../store/load-payment.ts';
import { payment } from '../store/payment.table.ts';
import { providerCall, refund } from '../store/provider-call.table.ts';
import { askProvider } from './ask-payment.ts';
import { providerOf, runProviderCall } from './run-provider-call.ts';
import { applyRefundView } from './settle-call.ts';

const batch = 100;
/** Webhooks bring news within seconds; what they did not bring after this long is asked for. */
const overdueMs = 120_000;

/** Does work piece by piece; one that fails is told of, and does not keep the others from their turn. */
const eachByItself = async <T extends { readonly id: string }>(
  { log }: Services,
  pieces: readonly T[],
  signal: AbortSignal,
  work: (piece: T) => Promise<void>,
): Promise<void> => {
  for (const piece of pieces) {
    if (signal.aborted) return;
    try {
      await work(piece);
    } catch (error) {
      log.error({ err: error, id: piece.id }, 'A piece of open work failed; it is tried again.');
    }
  }
};

/** What never gets an answer must not stand before the rest in every batch. */
const inNoOrder = sql`random()`;

/** Picks up calls that a killed process left behind, that an event wrote down, or whose outcome is still unknown. */
export const resumeOpenCalls = async (services: Services, signal: AbortSignal): Promise<void> => {
  const now = services.clock.now();
  const due = await services.database.orm
    .select({ id: providerCall.id })
    .from(providerCall)
    .where(
      and(
        eq(providerCall.state, 'OPEN'),
        or(isNull(providerCall.leasedUntil), lte(providerCall.leasedUntil, now)),
        or(isNull(providerCall.nextAttemptAt), lte(providerCall.nextAttemptAt, now)),
      ),
    )
    .orderBy(asc(providerCall.id))
    .limit(batch);
  await eachByItself(services, due, signal, ({ id }) => runProviderCall(services, id));
};

/** A call whose outcome nobody could find out for this long: the provider is away for good, or does not take our key. */
const hopelessMs = 900_000;

/** Tells those who watch the metrics how many calls at providers wait for a person. They are asked for all the while. */
export const countHopelessCalls = async ({ database, clock }: Services): Promise<void> => {
  const before = new Date(clock.now().getTime() - hopelessMs);
  const hopeless = and(sql`${providerCall.state} = 'OPEN'`, lte(providerCall.startedAt, before));
  metrics.needsPerson.set(
    { context: 'payments', work: 'provider-call' },
    await database.orm.$count(providerCall, hopeless),
  );
};

/** Asks for payments that wait for the buyer or the bank and that no webhook spoke of: webhooks may be lost for good. */
export const askOverduePayments = async (services: Services, signal: AbortSignal): Promise<void> => {
  const before = new Date(services.clock.now().getTime() - overdueMs);
  const waiting = inArray(payment.state, ['PENDING', 'REQUIRES_ACTION']);
  const { id, provider, providerIntentId } = payment;
  const rows = await services.database.orm
    .select({ id, provider, providerIntentId })
    .from(payment)
    .where(and(waiting, isNotNull(payment.providerIntentId), lte(payment.updatedAt, before)))
    .orderBy(inNoOrder)
    .limit(batch);
  await eachByItself(services, rows, signal, (row) => askProvider(services, row));
};

/** Asks for refunds the provider had not settled yet. */
export const askOverdueRefunds = async (services: Services, signal: AbortSignal): Promise<void> => {
  const before = new Date(services.clock.now().getTime() - overdueMs);
  const rows = await services.database.orm
    .select({
      id: refund.id,
      paymentId: refund.paymentId,
      providerRefundId: refund.providerRefundId,
      provider: payment.provider,
    })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(and(eq(refund.state, 'PENDING'), isNotNull(refund.providerRefundId), lte(refund.createdAt, before)))
    .orderBy(inNoOrder)
    .limit(batch);
  await eachByItself(services, rows, signal, async ({ provider, id, paymentId, providerRefundId }) => {
    const answer = await providerOf(services, { provider }).retrieveRefund(providerRefundId ?? '');
    if (answer.kind !== 'known') return;
    await services.database.transaction(async (tx) => {
      const loaded = await lockPayment(tx, paymentId);
      if (loaded) await applyRefundView({ tx, services }, loaded, id, answer.value);
    });
  });
};
