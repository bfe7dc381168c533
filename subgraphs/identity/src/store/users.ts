import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import { userAccount } from './user.table.ts';

const { passwordHash: _hidden, ...visible } = getTableColumns(userAccount);

/** A person without the password's hash, which leaves this file only for those who check it. */
export type UserRow = Omit<typeof userAccount.$inferSelect, 'passwordHash'>;
export type NewUser = typeof userAccount.$inferInsert;

export const usersByIds = (on: Executor, ids: readonly string[]): Promise<UserRow[]> =>
  on
    .select(visible)
    .from(userAccount)
    .where(inArray(userAccount.id, ids.map(lookupKey)));

export const userById = async (on: Executor, id: string): Promise<UserRow | undefined> =>
  (await usersByIds(on, [id]))[0];

export const userByEmail = async (on: Executor, email: string): Promise<UserRow | undefined> =>
  (
    await on
      .select(visible)
      .from(userAccount)
      .where(eq(userAccount.email, lookupKey(email)))
  )[0];

/** A person and the hash of their password. */
export interface Credentials {
  readonly id: string;
  readonly passwordHash: string;
}

/** Id and hash of the person with that address. */
export const credentialsByEmail = async (on: Executor, email: string): Promise<Credentials | undefined> =>
  (
    await on
      .select({ id: userAccount.id, passwordHash: userAccount.passwordHash })
      .from(userAccount)
      .where(eq(userAccount.email, lookupKey(email)))
  )[0];

/** Inserts a person; undefined when the address is taken, also by somebody quicker. */
export const insertUser = async (tx: Tx, user: NewUser): Promise<UserRow | undefined> =>
  (await tx.insert(userAccount).values(user).onConflictDoNothing({ target: userAccount.email }).returning(visible))[0];

export const updateUser = async (
  on: Executor,
  id: string,
  change: Partial<Pick<NewUser, 'displayName' | 'locale' | 'passwordHash' | 'emailVerifiedAt'>>,
): Promise<UserRow | undefined> => {
  if (Object.keys(change).length === 0) return userById(on, id);
  return (
    await on
      .update(userAccount)
      .set(change)
      .where(eq(userAccount.id, lookupKey(id)))
      .returning(visible)
  )[0];
};

/**
 * True while somebody's password is still the one that was checked; it stays so until the transaction ends. Checking takes
 * long, and a password that was reset meanwhile opens nothing any more.
 */
export const holdsPassword = async (tx: Tx, id: string, passwordHash: string): Promise<boolean> => {
  const same = and(eq(userAccount.id, id), eq(userAccount.passwordHash, passwordHash));
  return (await tx.select({ id: userAccount.id }).from(userAccount).where(same).for('share')).length > 0;
};

/** Puts a new password in place of the one that was checked; undefined when that one was replaced meanwhile. */
export const replacePassword = async (tx: Tx, id: string, from: string, to: string): Promise<UserRow | undefined> => {
  const same = and(eq(userAccount.id, id), eq(userAccount.passwordHash, from));
  return (await tx.update(userAccount).set({ passwordHash: to }).where(same).returning(visible))[0];
};

/** Marks the address as proved; keeps the first time it was. */
export const markVerified = async (on: Executor, id: string, now: Date): Promise<void> => {
  await on
    .update(userAccount)
    .set({ emailVerifiedAt: now })
    .where(and(eq(userAccount.id, lookupKey(id)), isNull(userAccount.emailVerifiedAt)));
};
