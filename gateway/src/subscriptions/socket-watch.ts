import type { Actor } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import type { Authenticate, Caller, Credentials } from '../edge-auth/authenticate.ts';
import type { SessionAuthority, SessionState } from '../edge-auth/session-authority.ts';
import { closeCodes } from './close-codes.ts';
import { sameRights } from './same-rights.ts';

/** A socket that can be closed. */
export interface WatchedSocket {
  close(code: number, reason: string): void;
}

/** Keeps watch over the callers of open sockets. */
export interface SocketWatch {
  /** Begins to watch; gives the caller as all sockets with these credentials share it. */
  add(socket: WatchedSocket, credentials: Credentials, caller: Caller): Caller;
  remove(socket: WatchedSocket): void;
  stop(): void;
}

export interface WatchOptions {
  readonly authenticate: Authenticate;
  readonly authority: Pick<SessionAuthority, 'sessions'>;
  readonly log: Logger;
  /** Milliseconds from one look at all sessions to the next. */
  readonly everyMs?: number;
}

/** Sockets that showed the same credentials: looked at once, however many they are. */
interface Party {
  readonly key: string;
  readonly credentials: Credentials;
  readonly caller: Caller;
  readonly sockets: Set<WatchedSocket>;
}

type User = Extract<Actor, { kind: 'user' }>;
const expiryGrainMs = 200;
const expiredReason = 'The access token has expired: get a new one and connect again.';
const endedReason = 'This session has been ended: sign in again.';
const changedReason = 'Your rights have changed: connect again.';

const closeAll = ({ sockets }: Party, reason: string): void => {
  for (const socket of sockets) socket.close(closeCodes.forbidden, reason);
};

const judgeSession = (party: Party, user: User, state: SessionState | undefined): void => {
  if (!state?.active || state.userId !== user.userId) closeAll(party, endedReason);
  else if (!sameRights(user, state)) closeAll(party, changedReason);
};

/** API keys are few: each is looked at as if it came anew. */
const judgeKey = async (party: Party, authenticate: Authenticate): Promise<void> => {
  try {
    const { identity } = await authenticate(party.credentials);
    if (JSON.stringify(identity) !== JSON.stringify(party.caller.identity)) closeAll(party, changedReason);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'UNAUTHENTICATED') throw error;
    closeAll(party, error.message);
  }
};

/**
 * Makes the watch. A token's end closes its sockets within a fifth of a second. The states of all sessions that have
 * sockets are asked for together, over and over, so a revoked one loses its sockets within a second and a caller whose
 * rights changed has to come again. While nobody can tell, sockets stay.
 */
export const createSocketWatch = ({ authenticate, authority, log, everyMs = 600 }: WatchOptions): SocketWatch => {
  const parties = new Map<string, Party>();
  const partyOf = new Map<WatchedSocket, Party>();

  const usersBySession = (): Map<string, Party[]> => {
    const users = new Map<string, Party[]>();
    for (const party of parties.values()) {
      const { actor } = party.caller.identity;
      if (actor.kind !== 'user') continue;
      const others = users.get(actor.sessionId);
      if (others) others.push(party);
      else users.set(actor.sessionId, [party]);
    }
    return users;
  };

  const lookAtAll = async (): Promise<void> => {
    const users = usersBySession();
    if (users.size > 0) {
      const states = await authority.sessions([...users.keys()]);
      for (const [sessionId, found] of users)
        for (const party of found) judgeSession(party, party.caller.identity.actor as User, states.get(sessionId));
    }
    for (const party of [...parties.values()])
      if (party.caller.identity.actor.kind === 'client') await judgeKey(party, authenticate);
  };

  let looking = false;
  const look = (): void => {
    if (looking || parties.size === 0) return;
    looking = true;
    lookAtAll()
      .catch((error: unknown) =>
        log.warn({ err: error }, 'sessions could not be looked at; their sockets stay for now'),
      )
      .finally(() => {
        looking = false;
      });
  };
  const expire = (): void => {
    const now = Date.now();
    for (const party of parties.values())
      if (party.caller.expiresAtMs !== undefined && party.caller.expiresAtMs <= now) closeAll(party, expiredReason);
  };
  const timers = [setInterval(look, everyMs), setInterval(expire, expiryGrainMs)];

  return {
    add: (socket, credentials, caller) => {
      // Guests have nothing that could be taken away.
      if (caller.identity.actor.kind === 'anonymous') return caller;
      const key = `${credentials.authorization} ${credentials.cartSecret ?? ''}`;
      let party = parties.get(key);
      if (!party) {
        party = { key, credentials, caller, sockets: new Set() };
        parties.set(key, party);
      }
      party.sockets.add(socket);
      partyOf.set(socket, party);
      return party.caller;
    },
    remove: (socket) => {
      const party = partyOf.get(socket);
      if (!party) return;
      partyOf.delete(socket);
      party.sockets.delete(socket);
      if (party.sockets.size === 0) parties.delete(party.key);
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
};
