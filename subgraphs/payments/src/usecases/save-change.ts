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

/** Publishes what others hear about; each fact is a version of the payment of its own, each kind one statement. */
const announce = (
  { tx, services }: ChangeScope,
  { payment: row, parts }: LoadedPayment,
  facts: readonly Announcement[],
): Promise<void>[] => {
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
  const published = [events.publishAll(tx, orderPaid, paid)];
  for (const { fact, at } of versioned) {
    if (fact.kind === 'authorised') published.push(events.publish(tx, paymentAuthorised, { ...at, payload: common }));
    if (fact.kind === 'failed') {
      const orderIds = parts.map((part) => part.orderId);
      const payload = { ...common, orderIds, buyerId, ...fact.failure };
      published.push(events.publish(tx, paymentFailed, { ...at, payload }));
    }
    if (fact.kind === 'refunded') {
      const { id: refundId, orderId, amountMinor } = fact.refund;
      const payload = { ...about(orderId, amountMinor), refundId };
      published.push(events.publish(tx, paymentRefunded, { ...at, payload }));
    }
  }
  return published;
};

/** Writes down what is to be done at the provider; an authorisation, capture or void that is written down already stays one. */
const intend = async (
  { tx, services }: ChangeScope,
  row: PaymentRow,
  intended: Intended,
  performer: Performer,
): Promise<ProviderCallRow[]> => {
  const startedAt = services.clock.now();
  const money =
    intended.kind === 'REFUND'
      ? tx
          .insert(refund)
          .values({ ...intended.refund, paymentId: row.id, currency: row.currency, createdAt: startedAt })
      : null;
  const call = tx
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
  const [, calls] = await Promise.all([money, call]);
  return calls;
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
  // Each of these is one statement or several that do not wait for each other: all are sent together, run in this order,
  // and none is left that could be sent after one of them failed.
  const [row, calls] = await Promise.all([
    writeRows(scope, loaded, change),
    Promise.all(change.intended.map((intended) => intend(scope, loaded.payment, intended, performer))),
    postBookings(tx, services.clock, change.bookings),
    ...announce(scope, loaded, change.announcements),
  ]);
  return { row, calls: calls.flat() };
};
