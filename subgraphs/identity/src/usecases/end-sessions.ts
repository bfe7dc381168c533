import type { Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { sessionRevoked } from '@vitrina/schema/events';
import { and, eq, ne, type SQL } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { session } from '../store/session.table.ts';
import { type RevokeReason, revokeWhere } from '../store/sessions.ts';

/** Which sessions to end; only living ones are touched, so repeating it does no harm. */
export const sessionWith = (id: string): SQL => eq(session.id, lookupKey(id));
export const sessionsOf = (userId: string): SQL => eq(session.userId, userId);
export const sessionOf = (userId: string, id: string): SQL | undefined =>
  and(eq(session.userId, userId), eq(session.id, lookupKey(id)));
export const otherSessionsOf = (userId: string, keptId: string): SQL | undefined =>
  and(eq(session.userId, userId), ne(session.id, keptId));

/** Ends sessions and publishes `session.revoked` for each in the same transaction; gives back their ids. */
export const endSessions = async (
  { events, clock }: Services,
  tx: Tx,
  which: SQL | undefined,
  reason: RevokeReason,
): Promise<readonly string[]> => {
  const ended = await revokeWhere(tx, which, reason, clock.now());
  await events.publishAll(
    tx,
    sessionRevoked,
    ended.map(({ id, userId }) => ({
      aggregateId: id,
      aggregateVersion: 1,
      payload: { userId, sessionId: id, reason },
    })),
  );
  return ended.map(({ id }) => id);
};
