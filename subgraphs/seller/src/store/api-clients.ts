import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { apiClient } from './api-client.table.ts';

export type ApiClientRow = typeof apiClient.$inferSelect;

/** Clients of shops, latest first, revoked ones included. */
export const clientsOfShops = (on: Executor, shopIds: readonly string[]): Promise<ApiClientRow[]> =>
  on
    .select()
    .from(apiClient)
    .where(inArray(apiClient.shopId, [...shopIds]))
    .orderBy(desc(apiClient.createdAt), desc(apiClient.id));

export const countWorkingClients = async (tx: Tx, shopId: string): Promise<number> =>
  (
    await tx
      .select({ value: count() })
      .from(apiClient)
      .where(and(eq(apiClient.shopId, shopId), isNull(apiClient.revokedAt)))
  )[0]?.value ?? 0;

export const insertClient = async (tx: Tx, row: ApiClientRow): Promise<void> => {
  await tx.insert(apiClient).values(row);
};

/** Revokes a client of the shop; the first time stays when it is revoked again. */
export const revokeClient = async (
  on: Executor,
  shopId: string,
  id: string,
  now: Date,
): Promise<ApiClientRow | undefined> => {
  const owned = and(eq(apiClient.shopId, lookupKey(shopId)), eq(apiClient.id, lookupKey(id)));
  await on
    .update(apiClient)
    .set({ revokedAt: now })
    .where(and(owned, isNull(apiClient.revokedAt)));
  return (await on.select().from(apiClient).where(owned))[0];
};
