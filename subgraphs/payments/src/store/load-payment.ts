import type { Executor, Tx } from '@vitrina/platform/database';
import { asc, eq, inArray, type SQL } from 'drizzle-orm';
import { type EscrowRow, escrow, type PaymentRow, payment } from './payment.table.ts';

/** A payment with its parts in their order. */
export interface LoadedPayment {
  readonly payment: PaymentRow;
  readonly parts: readonly EscrowRow[];
}

const partsOf = (executor: Executor, paymentId: string) =>
  executor.select().from(escrow).where(eq(escrow.paymentId, paymentId)).orderBy(asc(escrow.position));

/** Locks the payment row: everything that moves its money or its parts' goes through this lock. */
const lockWhere = async (tx: Tx, where: SQL): Promise<LoadedPayment | undefined> => {
  const [row] = await tx.select().from(payment).where(where).for('update');
  return row && { payment: row, parts: await partsOf(tx, row.id) };
};

export const lockPayment = (tx: Tx, id: string) => lockWhere(tx, eq(payment.id, id));
export const lockPaymentOfGroup = (tx: Tx, groupId: string) => lockWhere(tx, eq(payment.groupId, groupId));

/** The payment an order is a part of. */
export const lockPaymentOfOrder = (tx: Tx, orderId: string) =>
  lockWhere(
    tx,
    inArray(payment.id, tx.select({ id: escrow.paymentId }).from(escrow).where(eq(escrow.orderId, orderId))),
  );

/** The payment of a group as it stands, without a lock. */
export const readPaymentOfGroup = async (executor: Executor, groupId: string): Promise<PaymentRow | undefined> => {
  const [row] = await executor.select().from(payment).where(eq(payment.groupId, groupId));
  return row;
};
