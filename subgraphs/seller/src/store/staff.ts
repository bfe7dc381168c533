import { compiled, type Executor, type Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, eq, sql } from 'drizzle-orm';
import { shopStaff } from './staff.table.ts';

export type StaffRow = typeof shopStaff.$inferSelect;

const present = eq(shopStaff.leaving, false);

const staffByShops = compiled((orm) =>
  orm
    .select()
    .from(shopStaff)
    .where(and(sql`${shopStaff.shopId} = any(${sql.placeholder('shopIds')}::text[])`, present))
    .orderBy(asc(shopStaff.createdAt), asc(shopStaff.id)),
);

/** People on the staff of shops, those of longest standing first. */
export const staffOfShops = (on: Executor, shopIds: readonly string[]): Promise<StaffRow[]> =>
  staffByShops(on, { shopIds: shopIds.map(lookupKey) });

export const staffById = async (on: Executor, id: string): Promise<StaffRow | undefined> =>
  (await on.select().from(shopStaff).where(eq(shopStaff.id, id)))[0];

/**
 * Puts somebody on the staff; whoever is just leaving comes back under the same id. Identity may have taken the role back
 * without our hearing of it, so it is told again.
 */
export const putStaff = async (tx: Tx, row: typeof shopStaff.$inferInsert): Promise<StaffRow | undefined> => {
  const rows = await tx
    .insert(shopStaff)
    .values(row)
    .onConflictDoUpdate({
      target: [shopStaff.shopId, shopStaff.userId],
      set: { role: row.role, leaving: false, grantedRole: null },
      setWhere: eq(shopStaff.leaving, true),
    })
    .returning();
  return rows[0];
};

/**
 * Changes what somebody should be. What identity knows is forgotten with it: it may have taken an earlier change whose
 * answer was lost, and a change back to the role noted here would never be told.
 */
export const setStaffRole = async (tx: Tx, id: string, role: StaffRow['role']): Promise<StaffRow | undefined> =>
  (await tx.update(shopStaff).set({ role, grantedRole: null }).where(eq(shopStaff.id, id)).returning())[0];

export const markLeaving = async (tx: Tx, id: string): Promise<void> => {
  await tx.update(shopStaff).set({ leaving: true }).where(eq(shopStaff.id, id));
};

/** Locks one row, so that what is told to identity is what is written beside it. */
export const lockStaff = async (tx: Tx, id: string): Promise<StaffRow | undefined> =>
  (await tx.select().from(shopStaff).where(eq(shopStaff.id, id)).for('update'))[0];

export const setGrantedRole = async (tx: Tx, id: string, grantedRole: string): Promise<void> => {
  await tx.update(shopStaff).set({ grantedRole }).where(eq(shopStaff.id, id));
};

export const deleteStaff = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(shopStaff).where(eq(shopStaff.id, id));
};

/** Ids whose role identity does not know yet, or still has to take back; in the words of the index over them. */
export const unsettledStaff = (on: Executor, limit: number): Promise<{ id: string }[]> =>
  on
    .select({ id: shopStaff.id })
    .from(shopStaff)
    .where(sql`${shopStaff.leaving} or ${shopStaff.grantedRole} is distinct from ${shopStaff.role}`)
    .orderBy(asc(shopStaff.id))
    .limit(limit);
