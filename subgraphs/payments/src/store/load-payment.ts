import { compiled, type Executor, type Orm, type Tx } from '@vitrina/platform/database';
import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type EscrowRow, escrow, type PaymentRow, payment } from './payment.table.ts';

/** A payment with its parts in their order. */
export interface LoadedPayment {
  readonly payment: PaymentRow;
  readonly parts: readonly EscrowRow[];
}

type Where = (orm: Orm) => SQL;

/**
 * Locks the payment row: everything that moves its money or its parts' goes through this lock. Both statements are sent
 * together and run one after the other, so the parts are read under the lock.
 */
const lockWhere = (where: Where, partsWhere: Where) => {
  const row = compiled((orm) => orm.select().from(payment).where(where(orm)).for('update'));
  const parts = compiled((orm) => orm.select().from(escrow).where(partsWhere(orm)).orderBy(asc(escrow.position)));
  return async (tx: Tx, id: string): Promise<LoadedPayment | undefined> => {
    const [[locked], its] = await Promise.all([row(tx, { id }), parts(tx, { id })]);
    return locked && { payment: locked, parts: its };
  };
};

const id = sql.placeholder('id');
const ofGroup = eq(payment.groupId, id);
const ofOrder = (orm: Orm) => orm.select({ id: escrow.paymentId }).from(escrow).where(eq(escrow.orderId, id));

export const lockPayment = lockWhere(
  () => eq(payment.id, id),
  () => eq(escrow.paymentId, id),
);

export const lockPaymentOfGroup = lockWhere(
  () => ofGroup,
  (orm) => inArray(escrow.paymentId, orm.select({ id: payment.id }).from(payment).where(ofGroup)),
);

/** The payment an order is a part of. */
export const lockPaymentOfOrder = lockWhere(
  (orm) => inArray(payment.id, ofOrder(orm)),
  (orm) => inArray(escrow.paymentId, ofOrder(orm)),
);

const ofGroups = sql`${payment.groupId} = any(${sql.placeholder('ids')}::text[])`;
const rowsOfGroups = compiled((orm) =>
  orm.select().from(payment).where(ofGroups).orderBy(asc(payment.id)).for('update'),
);
const partsOfGroups = compiled((orm) =>
  orm
    .select()
    .from(escrow)
    .where(inArray(escrow.paymentId, orm.select({ id: payment.id }).from(payment).where(ofGroups)))
    .orderBy(asc(escrow.position)),
);

/** Locks the payments of several groups, always in the same order; groups without one are left out. */
export const lockPaymentsOfGroups = async (tx: Tx, groupIds: readonly string[]): Promise<LoadedPayment[]> => {
  const [rows, parts] = await Promise.all([rowsOfGroups(tx, { ids: groupIds }), partsOfGroups(tx, { ids: groupIds })]);
  return rows.map((row) => ({ payment: row, parts: parts.filter(({ paymentId }) => paymentId === row.id) }));
};

const paymentOfGroup = compiled((orm) => orm.select().from(payment).where(ofGroup));

/** The payment of a group as it stands, without a lock. */
export const readPaymentOfGroup = async (executor: Executor, groupId: string): Promise<PaymentRow | undefined> => {
  const [row] = await paymentOfGroup(executor, { id: groupId });
  return row;
};
