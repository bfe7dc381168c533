import type { Database, Executor, Tx } from '@vitrina/platform/database';
import { and, eq, lt, ne, sql } from 'drizzle-orm';
import { signingKey } from './signing-key.table.ts';

export type SigningKeyRow = typeof signingKey.$inferSelect;
export type NewSigningKey = Pick<SigningKeyRow, 'kid' | 'publicJwk' | 'sealedPrivateJwk'>;

/** Every key that is still published. */
export const listSigningKeys = (on: Executor): Promise<SigningKeyRow[]> => on.select().from(signingKey);

/** Runs `work` while no other process changes keys. */
export const changingKeys = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('vitrina.identity.signing-keys'))`);
    return work(tx);
  });

/** Retires the current key, makes the next one current and puts `upcoming` in its place. */
export const shiftKeys = async (tx: Tx, upcoming: NewSigningKey, now: Date): Promise<void> => {
  await tx.update(signingKey).set({ state: 'retired', retiredAt: now }).where(eq(signingKey.state, 'current'));
  await tx.update(signingKey).set({ state: 'current', activatedAt: now }).where(eq(signingKey.state, 'next'));
  await tx.insert(signingKey).values({ ...upcoming, state: 'next', createdAt: now });
};

/** The first two keys of a new installation. */
export const insertFirstKeys = async (
  tx: Tx,
  current: NewSigningKey,
  next: NewSigningKey,
  now: Date,
): Promise<void> => {
  await tx.insert(signingKey).values([
    { ...current, state: 'current', createdAt: now, activatedAt: now },
    { ...next, state: 'next', createdAt: now },
  ]);
};

/** Forgets keys whose last token expired long ago. */
export const deleteKeysRetiredBefore = async (tx: Tx, instant: Date): Promise<void> => {
  await tx.delete(signingKey).where(and(ne(signingKey.state, 'current'), lt(signingKey.retiredAt, instant)));
};
