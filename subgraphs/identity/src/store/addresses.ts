import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { savedAddress } from './address.table.ts';

export type AddressRow = typeof savedAddress.$inferSelect;
export type AddressContent = Omit<AddressRow, 'id' | 'userId' | 'isDefault' | 'createdAt'>;

const ownedBy = (userId: string, id: string) =>
  and(eq(savedAddress.userId, userId), eq(savedAddress.id, lookupKey(id)));

/** Keeps one person's book from changing elsewhere until the transaction ends. */
export const lockBook = async (tx: Tx, userId: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 11))`);
};

/** The books of people, the default address first, then the latest. */
export const addressesOf = (on: Executor, userIds: readonly string[]): Promise<AddressRow[]> =>
  on
    .select()
    .from(savedAddress)
    .where(inArray(savedAddress.userId, userIds.map(lookupKey)))
    .orderBy(desc(savedAddress.isDefault), desc(savedAddress.createdAt), desc(savedAddress.id));

export const addressesByIds = (on: Executor, ids: readonly string[]): Promise<AddressRow[]> =>
  on
    .select()
    .from(savedAddress)
    .where(inArray(savedAddress.id, ids.map(lookupKey)));

export const insertAddress = async (tx: Tx, row: AddressRow): Promise<void> => {
  await tx.insert(savedAddress).values(row);
};

export const replaceAddress = async (
  on: Executor,
  userId: string,
  id: string,
  content: AddressContent,
): Promise<AddressRow | undefined> =>
  (await on.update(savedAddress).set(content).where(ownedBy(userId, id)).returning())[0];

export const deleteAddress = async (tx: Tx, userId: string, id: string): Promise<AddressRow | undefined> =>
  (await tx.delete(savedAddress).where(ownedBy(userId, id)).returning())[0];

/** Makes one address the default; in two statements, since at most one may be it at any moment. */
export const makeDefault = async (tx: Tx, userId: string, id: string): Promise<AddressRow | undefined> => {
  await tx
    .update(savedAddress)
    .set({ isDefault: false })
    .where(and(eq(savedAddress.userId, userId), savedAddress.isDefault));
  return (await tx.update(savedAddress).set({ isDefault: true }).where(ownedBy(userId, id)).returning())[0];
};
