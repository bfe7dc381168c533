import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import {
  orderPaid,
  paymentAuthorised,
  paymentFailed,
  paymentRefunded,
  paymentRefundFailed,
} from '@vitrina/schema/events';
import { releaseIfDue } from '../domain/escrow.ts';
import { type Announcement, type Change, type Intended, merged, partsAfter } from '../domain/payment.ts';
import type { Services } from '../services.ts';
import type { LoadedPayment } from '../store/load-payment.ts';
import type { PaymentRow } from '../store/payment.table.ts';
import { type ProviderCallRow, refund } from '../store/provider-call.table.ts';
import { insertCall, updatePayment } from '../store/write-payment.ts';
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

type CallOf = Pick<ProviderCallRow, 'paymentId' | 'refundId' | 'kind' | 'amountMinor'>;

/** The row of an intended call; one that its caller carries out is claimed by whoever writes it down. */
export const callRow = (services: Services, call: CallOf, performer: Performer): ProviderCallRow => {
  const now = services.clock.now();
  const isClaimed = performer === 'caller';
  return {
    ...call,
    id: newId('pcl'),
    state: 'OPEN',
    attempts: isClaimed ? 1 : 0,
    leasedUntil: isClaimed ? new Date(now.getTime() + services.callLeaseMs) : null,
    nextAttemptAt: null,
    outcome: null,
    startedAt: now,
    finishedAt: null,
  };
};

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
    if (fact.kind === 'refunded' || fact.kind === 'refund-failed') {
      const { id: refundId, orderId, amountMinor } = fact.refund;
      const payload = { ...about(orderId, amountMinor), refundId };
      const contract = fact.kind === 'refunded' ? paymentRefunded : paymentRefundFailed;
      published.push(events.publish(tx, contract, { ...at, payload }));
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
  const { kind, amountMinor } = intended;
  const refundId = intended.kind === 'REFUND' ? intended.refund.id : null;
  // Begun before the call that refers to it is: a query of the builder is not sent before somebody waits for it.
  const money =
    intended.kind === 'REFUND' &&
    Promise.resolve(
      tx
        .insert(refund)
        .values({ ...intended.refund, paymentId: row.id, currency: row.currency, createdAt: services.clock.now() }),
    );
  const call = callRow(services, { paymentId: row.id, refundId, kind, amountMinor }, performer);
  const [, isNew] = await Promise.all([money, insertCall(tx, call)]);
  return isNew ? [call] : [];
};

/** Writes the rows of a change; the payment's own row is left alone by a change that only intends something. */
const writeRows = async ({ tx, services }: ChangeScope, loaded: LoadedPayment, change: Change): Promise<PaymentRow> => {
  const patches = [...change.parts].filter(([, patch]) => Object.keys(patch).length > 0);
  const isIntentOnly = patches.length === 0 && change.bookings.length === 0 && change.announcements.length === 0;
  if (isIntentOnly && Object.keys(change.payment).length === 0) return loaded.payment;
  const version = loaded.payment.version + Math.max(1, change.announcements.length);
  const row = { ...loaded.payment, ...change.payment, version, updatedAt: services.clock.now() };
  const parts = loaded.parts.flatMap((part) => {
    const patch = change.parts.get(part.orderId);
    return patch && Object.keys(patch).length > 0 ? [{ ...part, ...patch }] : [];
  });
  await updatePayment(tx, row, parts);
  return row;
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
