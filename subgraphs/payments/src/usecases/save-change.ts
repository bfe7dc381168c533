import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { orderPaid, paymentAuthorised, paymentFailed, paymentRefunded } from '@vitrina/schema/events';
import { eq } from 'drizzle-orm';
import { releaseIfDue } from '../domain/escrow.ts';
import { type Announcement, type Change, type Intended, merged, partsAfter } from '../domain/payment.ts';
import type { Services } from '../services.ts';
import type { LoadedPayment } from '../store/load-payment.ts';
import { escrow, type PaymentRow, payment } from '../store/payment.table.ts';
import { type ProviderCallRow, providerCall, refund } from '../store/provider-call.table.ts';
import { postBookings } from './post-bookings.ts';

export interface ChangeScope {
  readonly tx: Tx;
  readonly services: Services;
}

/** What was saved: the payment as it stands, and the provider calls written down with it. */
export interface Saved {
  readonly row: PaymentRow;
  readonly calls: readonly ProviderCallRow[];
}

/** Who carries intended calls out: a worker that finds them, or the caller, for whom they are claimed at once. */
export type Performer = 'worker' | 'caller';

/** The columns that claim a call for whoever writes it down. */
export const claimed = (services: Services): { readonly attempts: number; readonly leasedUntil: Date } => ({
  attempts: 1,
  leasedUntil: new Date(services.clock.now().getTime() + services.callLeaseMs),
});

/** Publishes what others hear about; each fact is a version of the payment of its own. */
const announce = async (
  { tx, services }: ChangeScope,
  { payment: row, parts }: LoadedPayment,
  facts: readonly Announcement[],
): Promise<void> => {
  const common = { paymentId: row.id, groupId: row.groupId };
  const { buyerId, currency } = row;
  const about = (orderId: string, amountMinor: bigint) => {
    const shopId = parts.find((part) => part.orderId === orderId)?.shopId ?? '';
    return { ...common, orderId, shopId, buyerId, amountMinor: `${amountMinor}`, currency };
  };
  const versioned = facts.map((fact, index) => ({
    fact,
    at: { aggregateId: row.id, aggregateVersion: row.version + index + 1 },
  }));
  const { events } = services;
  const paid = versioned.flatMap(({ fact, at }) =>
    fact.kind === 'paid' ? [{ ...at, payload: about(fact.orderId, fact.amountMinor) }] : [],
  );
  await events.publishAll(tx, orderPaid, paid);
  for (const { fact, at } of versioned) {
    if (fact.kind === 'authorised') await events.publish(tx, paymentAuthorised, { ...at, payload: common });
    if (fact.kind === 'failed') {
      const orderIds = parts.map((part) => part.orderId);
      await events.publish(tx, paymentFailed, { ...at, payload: { ...common, orderIds, buyerId, ...fact.failure } });
    }
    if (fact.kind === 'refunded') {
      const { id: refundId, orderId, amountMinor } = fact.refund;
      await events.publish(tx, paymentRefunded, { ...at, payload: { ...about(orderId, amountMinor), refundId } });
    }
  }
};

/** Writes down what is to be done at the provider; an authorisation, capture or void that is written down already stays one. */
const intend = async (
  { tx, services }: ChangeScope,
  row: PaymentRow,
  intended: Intended,
  performer: Performer,
): Promise<ProviderCallRow[]> => {
  const startedAt = services.clock.now();
  if (intended.kind === 'REFUND') {
    await tx
      .insert(refund)
      .values({ ...intended.refund, paymentId: row.id, currency: row.currency, createdAt: startedAt });
  }
  return tx
    .insert(providerCall)
    .values({
      id: newId('pcl'),
      paymentId: row.id,
      refundId: intended.kind === 'REFUND' ? intended.refund.id : null,
      kind: intended.kind,
      amountMinor: intended.amountMinor,
      startedAt,
      ...(performer === 'caller' && claimed(services)),
    })
    .onConflictDoNothing()
    .returning();
};

/** Writes the rows of a change; the payment's own row is left alone by a change that only intends something. */
const writeRows = async ({ tx, services }: ChangeScope, loaded: LoadedPayment, change: Change): Promise<PaymentRow> => {
  const patches = [...change.parts].filter(([, patch]) => Object.keys(patch).length > 0);
  const isIntentOnly = patches.length === 0 && change.bookings.length === 0 && change.announcements.length === 0;
  if (isIntentOnly && Object.keys(change.payment).length === 0) return loaded.payment;
  const version = loaded.payment.version + Math.max(1, change.announcements.length);
  const [[row]] = await Promise.all([
    tx
      .update(payment)
      .set({ ...change.payment, version, updatedAt: services.clock.now() })
      .where(eq(payment.id, loaded.payment.id))
      .returning(),
    ...patches.map(([orderId, patch]) => tx.update(escrow).set(patch).where(eq(escrow.orderId, orderId))),
  ]);
  return row ?? loaded.payment;
};

/**
 * Saves a decision: rows, ledger, intended provider calls and events in the caller's transaction, which holds the
 * payment's lock. Escrow that nothing holds any more after the change is released here, so that it does not matter
 * which of capture, `order.created` and `order.completed` comes last.
 */
export const saveChange = async (
  scope: ChangeScope,
  loaded: LoadedPayment,
  decided: Change,
  performer: Performer = 'worker',
): Promise<Saved> => {
  const { tx, services } = scope;
  const now = services.clock.now();
  let change = decided;
  for (const part of partsAfter(loaded.parts, decided)) {
    change = merged(change, releaseIfDue(loaded.payment, part, now));
  }
  const row = await writeRows(scope, loaded, change);
  await postBookings(tx, services.clock, change.bookings);
  const calls: ProviderCallRow[] = [];
  for (const intended of change.intended) calls.push(...(await intend(scope, loaded.payment, intended, performer)));
  await announce(scope, loaded, change.announcements);
  return { row, calls };
};
