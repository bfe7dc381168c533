import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { shop } from './shop.table.ts';

export type ShopRow = typeof shop.$inferSelect;
type Editable = Partial<Omit<ShopRow, 'id' | 'slug' | 'version' | 'createdAt'>>;

export const shopsByIds = (on: Executor, ids: readonly string[]): Promise<ShopRow[]> =>
  on
    .select()
    .from(shop)
    .where(inArray(shop.id, ids.map(lookupKey)));

export const shopById = async (on: Executor, id: string): Promise<ShopRow | undefined> =>
  (await shopsByIds(on, [id]))[0];

/** Reads a shop and keeps its staff and status from changing elsewhere until the transaction ends. */
export const lockShop = async (tx: Tx, id: string): Promise<ShopRow | undefined> =>
  (
    await tx
      .select()
      .from(shop)
      .where(eq(shop.id, lookupKey(id)))
      .for('update')
  )[0];

/** Inserts a shop; undefined when the slug is taken, also by somebody quicker. */
export const insertShop = async (tx: Tx, row: ShopRow): Promise<ShopRow | undefined> =>
  (await tx.insert(shop).values(row).onConflictDoNothing({ target: shop.slug }).returning())[0];

/** Changes a shop and raises its version; undefined when it is not at `expectedVersion` any more. */
export const updateShopAt = async (
  tx: Tx,
  id: string,
  expectedVersion: number,
  change: Editable,
): Promise<ShopRow | undefined> => {
  const rows = await tx
    .update(shop)
    .set({ ...change, version: sql`${shop.version} + 1` })
    .where(and(eq(shop.id, id), eq(shop.version, expectedVersion)))
    .returning();
  return rows[0];
};

/** Sets or clears a shop's own commission. No public data changes, so the version stays. */
export const putCommission = async (
  on: Executor,
  id: string,
  commissionBasisPoints: number | null,
): Promise<ShopRow | undefined> =>
  (
    await on
      .update(shop)
      .set({ commissionBasisPoints })
      .where(eq(shop.id, lookupKey(id)))
      .returning()
  )[0];
