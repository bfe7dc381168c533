import type { Identity } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { type IdempotencyScope, idempotently } from '@vitrina/platform/idempotency';
import { plainRefusal, type Refusal } from '@vitrina/platform/result';
import { eq } from 'drizzle-orm';
import type { GroupPhase } from '../domain/group-status.ts';
import { isIdLike } from '../domain/plain-text.ts';
import { checkoutSagaName } from '../sagas/checkout/data.ts';
import type { Services } from '../services.ts';
import { type GroupRow, orderGroup } from '../store/order.table.ts';
import { canReadGroup, isBuyer, notFound } from './access.ts';

/** What is remembered under the idempotency key. */
export interface CancelCheckoutOutcome {
  readonly groupId: string;
  readonly refusals: readonly Refusal[];
}

/** Why a purchase cannot be given up where it stands; null when it can. */
const refusalIn = (phase: GroupPhase): Refusal | null => {
  switch (phase) {
    case 'REQUIRES_ACTION':
      return null;
    case 'PROCESSING':
      return plainRefusal(
        'CHECKOUT_IN_PROGRESS',
        ['groupId'],
        'Stock and payment are being secured just now; try again in a moment.',
      );
    case 'CONFIRMED':
    case 'SETTLED':
      return plainRefusal(
        'CHECKOUT_CONFIRMED',
        ['groupId'],
        'The payment went through and the shops know of the orders; cancel them with cancelOrder.',
      );
    case 'CANCELLED':
      return plainRefusal('CHECKOUT_CANCELLED', ['groupId'], 'This purchase has ended already; nothing was charged.');
  }
};

/** The group under its lock, seen by its buyer; somebody who may see it but not give it up is told so. */
const groupForChange = async (tx: Tx, identity: Identity, groupId: string): Promise<GroupRow> => {
  const [group] = isIdLike(groupId)
    ? await tx.select().from(orderGroup).where(eq(orderGroup.id, groupId)).for('update')
    : [];
  if (!group || !canReadGroup(identity, group)) throw notFound('purchase', 'groupId');
  if (!isBuyer(identity, group)) throw new AppError('FORBIDDEN', 'Only the buyer can do this.');
  return group;
};

/**
 * Gives a purchase up while the bank waits for the buyer. The wish is written under the group's lock, which confirming
 * takes too: whichever comes first decides. The saga is told in the same transaction, asks payments where things stand,
 * and undoes what it did.
 */
export const cancelCheckout = async (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  groupId: string,
): Promise<{ readonly outcome: CancelCheckoutOutcome; readonly replayed: boolean }> => {
  const done = await idempotently<CancelCheckoutOutcome>(services.database, scope, async (tx) => {
    const group = await groupForChange(tx, identity, groupId);
    const refusal = refusalIn(group.phase);
    if (refusal) return { groupId, refusals: [refusal] };
    const cancelRequestedAt = group.cancelRequestedAt ?? services.clock.now();
    await tx.update(orderGroup).set({ cancelRequestedAt }).where(eq(orderGroup.id, groupId));
    await services.sagas.signal(tx, checkoutSagaName, groupId);
    return { groupId, refusals: [] };
  });
  if (done.outcome.refusals.length === 0) {
    const saga = await services.sagas.bySubject(checkoutSagaName, groupId);
    if (saga) await services.sagas.advanceFor(saga.id, services.checkoutWaitMs);
  }
  return done;
};
