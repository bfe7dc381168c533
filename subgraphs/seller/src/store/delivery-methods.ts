import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, count, eq, getTableColumns, inArray, ne } from 'drizzle-orm';
import { deliveryMethod } from './delivery-method.table.ts';
import { shop } from './shop.table.ts';

/** A delivery method with the currency its prices are in. */
export type DeliveryMethodRow = typeof deliveryMethod.$inferSelect & { readonly currency: string };

/** Methods of shops in each shop's order, those switched off included. */
export const methodsOfShops = (on: Executor, shopIds: readonly string[]): Promise<DeliveryMethodRow[]> =>
  on
    .select({ ...getTableColumns(deliveryMethod), currency: shop.currency })
    .from(deliveryMethod)
    .innerJoin(shop, eq(shop.id, deliveryMethod.shopId))
    .where(inArray(deliveryMethod.shopId, shopIds.map(lookupKey)))
    .orderBy(asc(deliveryMethod.position), asc(deliveryMethod.id));

export const countOtherMethods = async (tx: Tx, shopId: string, code: string): Promise<number> =>
  (
    await tx
      .select({ value: count() })
      .from(deliveryMethod)
      .where(and(eq(deliveryMethod.shopId, shopId), ne(deliveryMethod.code, code)))
  )[0]?.value ?? 0;

/** Inserts a method or replaces the one with its code, which keeps its id. */
export const putMethod = async (
  tx: Tx,
  { id, shopId, code, ...content }: typeof deliveryMethod.$inferInsert,
): Promise<typeof deliveryMethod.$inferSelect | undefined> => {
  const rows = await tx
    .insert(deliveryMethod)
    .values({ id, shopId, code, ...content })
    .onConflictDoUpdate({ target: [deliveryMethod.shopId, deliveryMethod.code], set: content })
    .returning();
  return rows[0];
};

/** Deletes a method; gives its id. */
export const deleteMethod = async (tx: Tx, shopId: string, code: string): Promise<string | undefined> =>
  (
    await tx
      .delete(deliveryMethod)
      .where(and(eq(deliveryMethod.shopId, lookupKey(shopId)), eq(deliveryMethod.code, lookupKey(code))))
      .returning({ id: deliveryMethod.id })
  )[0]?.id;
