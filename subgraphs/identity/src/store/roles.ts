import type { Executor, Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { roleGrant } from './role.table.ts';

export interface Grant {
  readonly userId: string;
  readonly role: string;
  readonly grantedBy: string;
  readonly now: Date;
}

const inMarket = (userId: string, role: string) =>
  and(eq(roleGrant.userId, userId), eq(roleGrant.role, role), isNull(roleGrant.shopId));

/** Keeps market-wide roles from changing elsewhere until the transaction ends. */
export const lockMarketRoles = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('vitrina.identity.market-roles'))`);
};

/** People who hold a market-wide role. */
export const holdersOf = (on: Executor, role: string): Promise<{ userId: string }[]> =>
  on
    .select({ userId: roleGrant.userId })
    .from(roleGrant)
    .where(and(eq(roleGrant.role, role), isNull(roleGrant.shopId)));

export const grantMarketRole = async (on: Executor, { userId, role, grantedBy, now }: Grant): Promise<void> => {
  await on
    .insert(roleGrant)
    .values({ id: newId('grt'), userId, role, shopId: null, grantedBy, createdAt: now })
    .onConflictDoNothing();
};

export const removeMarketRole = async (on: Executor, userId: string, role: string): Promise<void> => {
  await on.delete(roleGrant).where(inMarket(userId, role));
};

/** Gives a role in a shop in place of the one held there. */
export const putShopRole = async (
  on: Executor,
  shopId: string,
  { userId, role, grantedBy, now }: Grant,
): Promise<void> => {
  await on
    .insert(roleGrant)
    .values({ id: newId('grt'), userId, role, shopId, grantedBy, createdAt: now })
    .onConflictDoUpdate({
      target: [roleGrant.userId, roleGrant.shopId],
      targetWhere: sql`shop_id is not null`,
      set: { role, grantedBy },
    });
};

export const removeShopRole = async (on: Executor, userId: string, shopId: string): Promise<void> => {
  await on.delete(roleGrant).where(and(eq(roleGrant.userId, userId), eq(roleGrant.shopId, shopId)));
};
