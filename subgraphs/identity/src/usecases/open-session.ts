import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { signAccessToken } from '../credentials/access-token.ts';
import { deviceName } from '../domain/device-name.ts';
import { firstSecret, hashSecret, newRotationKey, writeToken } from '../domain/refresh-token.ts';
import type { Services } from '../services.ts';
import { insertSession } from '../store/sessions.ts';
import type { UserRow } from '../store/users.ts';

const dayMs = 86_400_000;
const maxUserAgentLength = 400;

/** Tokens of a session, as they are handed over. */
export interface Granted {
  readonly user: UserRow;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

/** The part of a user agent that is kept. */
export const agentOf = (meta: RequestMeta): string =>
  meta.userAgent.replace(/[\0\p{Surrogate}]/gu, '').slice(0, maxUserAgentLength);

/** When a session that is used now ends without a further refresh. */
export const idleEnd = ({ config }: Services, now: Date, absoluteEnd: Date): Date =>
  new Date(Math.min(now.getTime() + config.VITRINA_SESSION_IDLE_DAYS * dayMs, absoluteEnd.getTime()));

/** A session that is written but whose tokens are not signed yet. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
}

/** Writes a new session with the first token of its family. */
export const openSession = async (
  services: Services,
  tx: Tx,
  userId: string,
  meta: RequestMeta,
  name: string | null | undefined,
): Promise<OpenedSession> => {
  const now = services.clock.now();
  const sessionId = newId('ses');
  const rotationKey = newRotationKey();
  const secret = firstSecret();
  const absoluteExpiresAt = new Date(now.getTime() + services.config.VITRINA_SESSION_ABSOLUTE_DAYS * dayMs);
  const expiresAt = idleEnd(services, now, absoluteExpiresAt);
  const userAgent = agentOf(meta);
  await insertSession(tx, {
    id: sessionId,
    userId,
    name: deviceName(name, userAgent),
    userAgent,
    ip: meta.ip,
    rotationKey,
    currentTokenHash: hashSecret(secret),
    recentlyRetired: [],
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
    absoluteExpiresAt,
  });
  return { sessionId, refreshToken: writeToken(sessionId, rotationKey, secret), refreshExpiresAt: expiresAt };
};

/** Signs the access token that goes with a session. */
export const grant = async (services: Services, user: UserRow, opened: OpenedSession): Promise<Granted> => {
  const { token, expiresAt } = await signAccessToken(services.keys, user.id, opened.sessionId, services.clock.now());
  return { user, ...opened, accessToken: token, accessTokenExpiresAt: expiresAt };
};
