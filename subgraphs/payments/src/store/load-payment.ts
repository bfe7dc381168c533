import type { Executor, Tx } from '@vitrina/platform/database';
import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import { type EscrowRow, escrow, type PaymentRow, payment } from './payment.table.ts';

/** A payment with its parts in their order. */
export interface LoadedPayment {
  readonly payment: PaymentRow;
  readonly parts: readonly EscrowRow[];
}

/**
 * Locks the payment row: everything that moves its money or its parts' goes through this lock. Both statements are sent
 * together and run one after the other, so the parts are read under the lock.
 */
const lockWhere = async (tx: Tx, where: SQL, partsWhere: SQL): Promise<LoadedPayment | undefined> => {
  const [[row], parts] = await Promise.all([
    tx.select().from(payment).where(where).for('update'),
    tx.select().from(escrow).where(partsWhere).orderBy(asc(escrow.position)),
  ]);
  return row && { payment: row, parts };
};

export const lockPayment = (tx: Tx, id: string) => lockWhere(tx, eq(payment.id, id), eq(escrow.paymentId, id));

export const lockPaymentOfGroup = (tx: Tx, groupId: string) => {
  const ofGroup = eq(payment.groupId, groupId);
  return lockWhere(tx, ofGroup, inArray(escrow.paymentId, tx.select({ id: payment.id }).from(payment).where(ofGroup)));
};

/** The payment an order is a part of. */
export const lockPaymentOfOrder = (tx: Tx, orderId: string) => {
  const itsPayment = () => tx.select({ id: escrow.paymentId }).from(escrow).where(eq(escrow.orderId, orderId));
  return lockWhere(tx, inArray(payment.id, itsPayment()), inArray(escrow.paymentId, itsPayment()));
};

/** The payment of a group as it stands, without a lock. */
export const readPaymentOfGroup = async (executor: Executor, groupId: string): Promise<PaymentRow | undefined> => {
  const [row] = await executor.select().from(payment).where(eq(payment.groupId, groupId));
  return row;
};
