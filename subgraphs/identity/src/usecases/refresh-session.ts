import { invariant } from '@vitrina/platform/errors';
import { networkOf } from '@vitrina/platform/rate-limit';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { budgets } from '../domain/budgets.ts';
import { decideRefresh, isRecent, maxRecentlyRetired } from '../domain/refresh-decision.ts';
import { hashSecret, type PresentedToken, readToken, writeToken } from '../domain/refresh-token.ts';
import { refreshRefused } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { rotate, type SessionRow, sessionById } from '../store/sessions.ts';
import { userById } from '../store/users.ts';
import { endSessions, sessionWith } from './end-sessions.ts';
import { agentOf, type Granted, grant, idleEnd } from './open-session.ts';
import { spend } from './spend.ts';

interface Exchanged {
  readonly session: SessionRow;
  readonly secret: Buffer;
  readonly expiresAt: Date;
}

/** Somebody may exchange or revoke between our reading and writing; after that the decision is made anew. */
const maxTries = 3;

/** Exchanges the living token, if it still is the living one. */
const exchange = async (
  services: Services,
  row: SessionRow,
  presented: PresentedToken,
  successor: Buffer,
  meta: RequestMeta,
): Promise<Exchanged | undefined> => {
  const now = services.clock.now();
  const fromHash = hashSecret(presented.secret);
  const recent = row.recentlyRetired.filter((token) => isRecent(token.rotatedAt, now)).slice(1 - maxRecentlyRetired);
  const expiresAt = idleEnd(services, now, row.absoluteExpiresAt);
  const done = await rotate(services.database.orm, {
    id: row.id,
    fromHash,
    toHash: hashSecret(successor),
    recentlyRetired: [...recent, { hash: fromHash, rotatedAt: now.toISOString() }],
    seenAt: now,
    expiresAt,
    ip: meta.ip,
    userAgent: agentOf(meta),
  });
  return done ? { session: row, secret: successor, expiresAt } : undefined;
};

const tryExchange = async (
  services: Services,
  presented: PresentedToken,
  meta: RequestMeta,
): Promise<Exchanged | 'refused' | 'again'> => {
  const row = await sessionById(services.database.orm, presented.sessionId);
  if (!row) return 'refused';
  const decision = decideRefresh(presented, row, services.clock.now());
  switch (decision.kind) {
    case 'refuse':
      return 'refused';
    case 'repeat':
      return { session: row, secret: decision.living, expiresAt: row.expiresAt };
    case 'reuse':
      await services.database.transaction((tx) => endSessions(services, tx, sessionWith(row.id), 'token_reuse'));
      services.log.warn(
        { sessionId: row.id, userId: row.userId },
        'An exchanged refresh token was presented again; its session was ended',
      );
      return 'refused';
    case 'rotate':
      return (await exchange(services, row, presented, decision.successor, meta)) ?? 'again';
  }
};

/**
 * Exchanges a refresh token for its successor and a fresh access token. Requests that carry the same token at the same
 * time all get the same successor: one wins the conditional update, the others read the row again and repeat it.
 */
export const refreshSession = async (
  services: Services,
  token: string | null | undefined,
  meta: RequestMeta,
): Promise<Result<Granted, Refusal>> => {
  const tooMany = await spend(services, [budgets.refreshPerNetwork, networkOf(meta.ip)]);
  if (tooMany) return refuse(tooMany);
  const presented = readToken(token ?? '');
  if (!presented) return refuse(refreshRefused());
  for (let tries = 0; tries < maxTries; tries += 1) {
    const outcome = await tryExchange(services, presented, meta);
    if (outcome === 'again') continue;
    if (outcome === 'refused') return refuse(refreshRefused());
    const { session, secret, expiresAt } = outcome;
    const user = await userById(services.database.orm, session.userId);
    invariant(user, 'A session outlived its person.');
    const refreshToken = writeToken(session.id, session.rotationKey, secret);
    return ok(await grant(services, user, { sessionId: session.id, refreshToken, refreshExpiresAt: expiresAt }));
  }
  return refuse(refreshRefused());
};

/** The living session a refresh token belongs to, however old the token; for signing out without an access token. */
export const sessionOfToken = async (
  services: Services,
  token: string | null | undefined,
): Promise<string | undefined> => {
  const presented = readToken(token ?? '');
  const row = presented && (await sessionById(services.database.orm, presented.sessionId));
  if (!presented || !row) return undefined;
  const decision = decideRefresh(presented, row, services.clock.now());
  return decision.kind === 'refuse' ? undefined : row.id;
};
