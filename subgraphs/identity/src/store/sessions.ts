import type { Executor, Tx } from '@vitrina/platform/database';
import { and, desc, eq, gt, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { type RetiredToken, session } from './session.table.ts';

export type SessionRow = typeof session.$inferSelect;
export type RevokeReason = NonNullable<SessionRow['revokeReason']>;

export const insertSession = async (on: Executor, row: typeof session.$inferInsert): Promise<void> => {
  await on.insert(session).values(row);
};

export const sessionById = async (on: Executor, id: string): Promise<SessionRow | undefined> =>
  (await on.select().from(session).where(eq(session.id, id)))[0];

/** Living sessions of people, latest first. */
export const livingSessions = (on: Executor, userIds: readonly string[], now: Date): Promise<SessionRow[]> =>
  on
    .select()
    .from(session)
    .where(and(inArray(session.userId, [...userIds]), isNull(session.revokedAt), gt(session.expiresAt, now)))
    .orderBy(desc(session.lastSeenAt), desc(session.id));

/** True when the account has signed in from that address with that agent before. */
export const isKnownDevice = async (on: Executor, userId: string, ip: string, userAgent: string): Promise<boolean> => {
  const same = and(eq(session.userId, userId), eq(session.ip, ip), eq(session.userAgent, userAgent));
  return (await on.select({ id: session.id }).from(session).where(same).limit(1)).length > 0;
};

export interface Rotation {
  readonly id: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly recentlyRetired: readonly RetiredToken[];
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly ip: string;
  readonly userAgent: string;
}

/** Puts the successor in place of the living token; false when somebody else exchanged or revoked it meanwhile. */
export const rotate = async (on: Executor, { id, fromHash, toHash, seenAt, ...rest }: Rotation): Promise<boolean> => {
  const rows = await on
    .update(session)
    .set({ ...rest, currentTokenHash: toHash, lastSeenAt: seenAt })
    .where(and(eq(session.id, id), eq(session.currentTokenHash, fromHash), isNull(session.revokedAt)))
    .returning({ id: session.id });
  return rows.length > 0;
};

/** Revokes the living sessions that `condition` selects; gives back which were. */
export const revokeWhere = (
  tx: Tx,
  condition: SQL | undefined,
  reason: RevokeReason,
  now: Date,
): Promise<{ id: string; userId: string }[]> =>
  tx
    .update(session)
    .set({ revokedAt: now, revokeReason: reason })
    .where(and(condition, isNull(session.revokedAt), gt(session.expiresAt, now)))
    .returning({ id: session.id, userId: session.userId });

/** Deletes sessions that ended before `instant`. */
export const deleteSessionsEndedBefore = async (on: Executor, instant: Date): Promise<void> => {
  await on.delete(session).where(lt(session.expiresAt, instant));
};
