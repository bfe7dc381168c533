import { and, asc, eq, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
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
  for (const { id } of due) {
    if (signal.aborted) return;
    await runProviderCall(services, id);
  }
};

/** Asks for payments that wait for the buyer or the bank and that no webhook spoke of: webhooks may be lost for good. */
export const askOverduePayments = async (services: Services, signal: AbortSignal): Promise<void> => {
  const before = new Date(services.clock.now().getTime() - overdueMs);
  const waiting = inArray(payment.state, ['PENDING', 'REQUIRES_ACTION']);
  const rows = await services.database.orm
    .select()
    .from(payment)
    .where(and(waiting, isNotNull(payment.providerIntentId), lte(payment.updatedAt, before)))
    .orderBy(asc(payment.updatedAt))
    .limit(batch);
  for (const row of rows) {
    if (signal.aborted) return;
    await askProvider(services, row);
  }
};

/** Asks for refunds the provider had not settled yet. */
export const askOverdueRefunds = async (services: Services, signal: AbortSignal): Promise<void> => {
  const before = new Date(services.clock.now().getTime() - overdueMs);
  const rows = await services.database.orm
    .select({ refund, provider: payment.provider })
    .from(refund)
    .innerJoin(payment, eq(payment.id, refund.paymentId))
    .where(and(eq(refund.state, 'PENDING'), isNotNull(refund.providerRefundId), lte(refund.createdAt, before)))
    .orderBy(asc(refund.id))
    .limit(batch);
  for (const row of rows) {
    if (signal.aborted) return;
    const answer = await providerOf(services, row).retrieveRefund(row.refund.providerRefundId ?? '');
    if (answer.kind !== 'known') continue;
    await services.database.transaction(async (tx) => {
      const loaded = await lockPayment(tx, row.refund.paymentId);
      if (loaded) await applyRefundView({ tx, services }, loaded, row.refund.id, answer.value);
    });
  }
};
