import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { orderPaid, paymentAuthorised, paymentFailed, paymentRefunded } from '@vitrina/schema/events';
import { eq } from 'drizzle-orm';
import { releaseIfDue } from '../domain/escrow.ts';
import { type Announcement, type Change, type Intended, merged, type Part, partsAfter } from '../domain/payment.ts';
import type { Services } from '../services.ts';
import type { LoadedPayment } from '../store/load-payment.ts';
import { escrow, type PaymentRow, payment } from '../store/payment.table.ts';
import { providerCall, refund } from '../store/provider-call.table.ts';
import { postBookings } from './post-bookings.ts';

export interface ChangeScope {
  readonly tx: Tx;
  readonly services: Services;
}

const announce = async (
  { tx, services }: ChangeScope,
  row: PaymentRow,
  parts: readonly Part[],
  fact: Announcement,
  version: number,
) => {
  const at = { aggregateId: row.id, aggregateVersion: version };
  const common = { paymentId: row.id, groupId: row.groupId };
  const shopOf = (orderId: string) => parts.find((part) => part.orderId === orderId)?.shopId ?? '';
  const { events } = services;
  switch (fact.kind) {
    case 'authorised':
      return events.publish(tx, paymentAuthorised, { ...at, payload: common });
    case 'paid': {
      const { orderId } = fact;
      const payload = {
        ...common,
        orderId,
        shopId: shopOf(orderId),
        buyerId: row.buyerId,
        amountMinor: `${fact.amountMinor}`,
        currency: row.currency,
      };
      return events.publish(tx, orderPaid, { ...at, payload });
    }
    case 'failed': {
      const orderIds = parts.map((part) => part.orderId);
      return events.publish(tx, paymentFailed, {
        ...at,
        payload: { ...common, orderIds, buyerId: row.buyerId, ...fact.failure },
      });
    }
    case 'refunded': {
      const { id: refundId, orderId, amountMinor } = fact.refund;
      const payload = {
        ...common,
        orderId,
        shopId: shopOf(orderId),
        buyerId: row.buyerId,
        refundId,
        amountMinor: `${amountMinor}`,
        currency: row.currency,
      };
      return events.publish(tx, paymentRefunded, { ...at, payload });
    }
  }
};

/** Writes down what is to be done at the provider; an authorisation, capture or void that is written down already stays one. */
const intend = async ({ tx, services }: ChangeScope, row: PaymentRow, intended: Intended): Promise<void> => {
  const startedAt = services.clock.now();
  if (intended.kind === 'REFUND') {
    await tx
      .insert(refund)
      .values({ ...intended.refund, paymentId: row.id, currency: row.currency, createdAt: startedAt });
  }
  await tx
    .insert(providerCall)
    .values({
      id: newId('pcl'),
      paymentId: row.id,
      refundId: intended.kind === 'REFUND' ? intended.refund.id : null,
      kind: intended.kind,
      amountMinor: intended.amountMinor,
      startedAt,
    })
    .onConflictDoNothing();
};

/**
 * Saves a decision: rows, ledger, intended provider calls and events in the caller's transaction, which holds the
 * payment's lock. Escrow that nothing holds any more after the change is released here, so that it does not matter
 * which of capture, `order.created` and `order.completed` comes last.
 */
export const saveChange = async (scope: ChangeScope, loaded: LoadedPayment, decided: Change): Promise<PaymentRow> => {
  const { tx, services } = scope;
  const now = services.clock.now();
  let change = decided;
  for (const part of partsAfter(loaded.parts, decided)) {
    change = merged(change, releaseIfDue(loaded.payment, part, now));
  }
  const version = loaded.payment.version + Math.max(1, change.announcements.length);
  const [row] = await tx
    .update(payment)
    .set({ ...change.payment, version, updatedAt: now })
    .where(eq(payment.id, loaded.payment.id))
    .returning();
  for (const [orderId, patch] of change.parts) {
    if (Object.keys(patch).length > 0) await tx.update(escrow).set(patch).where(eq(escrow.orderId, orderId));
  }
  await postBookings(tx, services.clock, change.bookings);
  for (const intended of change.intended) await intend(scope, loaded.payment, intended);
  let published = loaded.payment.version;
  for (const fact of change.announcements) {
    published += 1;
    await announce(scope, loaded.payment, loaded.parts, fact, published);
  }
  return row ?? loaded.payment;
};
