import type { Actor } from '@vitrina/platform/auth';
import { hasScope } from '@vitrina/platform/auth';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { sessionNotFound } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { endSessions, otherSessionsOf, sessionOf, sessionWith } from './end-sessions.ts';
import { sessionOfToken } from './refresh-session.ts';

type Person = Extract<Actor, { kind: 'user' }>;

/** Ends the session of the access token or, without one, of the refresh token. False when none was left to end. */
export const signOut = async (
  services: Services,
  actor: Actor,
  refreshToken: string | null | undefined,
): Promise<boolean> => {
  const id = actor.kind === 'user' ? actor.sessionId : await sessionOfToken(services, refreshToken);
  if (!id) return false;
  const ended = await services.database.transaction((tx) => endSessions(services, tx, sessionWith(id), 'signed_out'));
  return ended.length > 0;
};

/** Ends one session of the person, or anybody's for an admin. A stranger's session and none look the same. */
export const revokeSession = async (
  services: Services,
  person: Person,
  sessionId: string,
): Promise<Result<string, Refusal>> => {
  const which = hasScope(person, 'admin') ? sessionWith(sessionId) : sessionOf(person.userId, sessionId);
  const ended = await services.database.transaction((tx) => endSessions(services, tx, which, 'revoked'));
  return ended.length > 0 ? ok(sessionId) : refuse(sessionNotFound());
};

/** Ends every session of the person but the one asking; gives how many. */
export const revokeOtherSessions = async (services: Services, person: Person): Promise<number> => {
  const ended = await services.database.transaction((tx) =>
    endSessions(services, tx, otherSessionsOf(person.userId, person.sessionId), 'revoked'),
  );
  return ended.length;
};
