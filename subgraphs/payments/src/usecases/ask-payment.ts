import type { Services } from '../services.ts';
import { lockPayment, readPaymentOfGroup } from '../store/load-payment.ts';
import type { PaymentRow } from '../store/payment.table.ts';
import { providerOf, runOpenCalls } from './run-provider-call.ts';
import { applyView } from './settle-call.ts';

/** Reads one payment from its provider and applies what it says. An answer that does not come changes nothing. */
export const askProvider = async (
  services: Services,
  row: Pick<PaymentRow, 'id' | 'provider' | 'providerIntentId'>,
): Promise<void> => {
  if (row.providerIntentId === null) return;
  const answer = await providerOf(services, row).retrieve(row.providerIntentId);
  if (answer.kind !== 'known') {
    services.log.warn({ paymentId: row.id, answer }, 'The provider did not say where a payment stands.');
    return;
  }
  await services.database.transaction(async (tx) => {
    const loaded = await lockPayment(tx, row.id);
    if (loaded) await applyView({ tx, services }, loaded, answer.value, 'notice');
  });
};

/**
 * What became of a group's payment. Open calls are asked for; a payment that waits for the buyer or the bank is read
 * from the provider, because a webhook may be late or lost. Undefined when no payment was started.
 */
export const paymentByGroup = async (services: Services, groupId: string): Promise<PaymentRow | undefined> => {
  const { orm } = services.database;
  const row = await readPaymentOfGroup(orm, groupId);
  if (!row) return undefined;
  await runOpenCalls(services, row.id);
  const current = await readPaymentOfGroup(orm, groupId);
  if (current?.state !== 'PENDING' && current?.state !== 'REQUIRES_ACTION') return current;
  await askProvider(services, current);
  await runOpenCalls(services, current.id);
  return readPaymentOfGroup(orm, groupId);
};
