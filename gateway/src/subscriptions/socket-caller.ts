import { AppError } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import type { WebSocket } from 'ws';
import type { Authenticate, Caller, Credentials } from '../edge-auth/authenticate.ts';

/** Close codes of our own sockets, from the range for applications (RFC 6455, section 7.4.2). */
export const closeCodes = { forbidden: 4403, slow: 4413, drained: 1001 } as const;

/** A socket whose caller is known. */
export interface KnownSocket {
  readonly socket: WebSocket;
  readonly credentials: Credentials;
  readonly caller: Caller;
}

/** Keeps watch over the callers of open sockets. */
export interface SocketWatch {
  add(known: KnownSocket): void;
  remove(socket: WebSocket): void;
  stop(): void;
}

export interface WatchOptions {
  readonly authenticate: Authenticate;
  readonly log: Logger;
  /** Milliseconds between two looks at a socket's session and buffer. */
  readonly everyMs?: number;
}

const maxBufferedBytes = 4 * 1_048_576;
/** A close reason has at most 123 bytes (RFC 6455, section 5.5). */
const reasonOf = (text: string): string =>
  Buffer.from(text)
    .subarray(0, 120)
    .toString('utf8')
    .replace(/\uFFFD$/, '');

/** Closes with a reason; a peer that does not answer is cut off. */
export const closeWith = (socket: WebSocket, code: number, reason: string): void => {
  socket.close(code, reasonOf(reason));
  setTimeout(() => socket.terminate(), 2_000).unref();
};

/** `connection_init` carries what HTTP headers carry; `token` alone is accepted too. */
export const credentialsOf = (params: Readonly<Record<string, unknown>> | undefined): Credentials => {
  const text = (...names: string[]) =>
    names.map((name) => params?.[name]).find((value): value is string => typeof value === 'string');
  const token = text('token', 'accessToken');
  return {
    authorization: text('authorization', 'Authorization') ?? (token && `Bearer ${token}`),
    cartSecret: text('x-vitrina-cart', 'cart'),
  };
};

/**
 * Makes the watch. A token's end closes its socket at that moment. Sessions and keys are looked at again all the time
 * (answers are shared and less than a second old), so a revoked one loses its sockets within about a second, and a
 * caller whose rights changed has to come again. Sockets whose peer does not read are closed.
 */
export const createSocketWatch = ({ authenticate, log, everyMs = 400 }: WatchOptions): SocketWatch => {
  const watched = new Map<WebSocket, { readonly known: KnownSocket; readonly expiry: NodeJS.Timeout | undefined }>();

  const judge = async ({ socket, credentials, caller }: KnownSocket): Promise<void> => {
    if (socket.bufferedAmount > maxBufferedBytes)
      return closeWith(socket, closeCodes.slow, 'Messages are not being read; connect again and resume.');
    if (caller.identity.actor.kind === 'anonymous') return;
    try {
      const now = await authenticate(credentials);
      if (JSON.stringify(now.identity) !== JSON.stringify(caller.identity))
        closeWith(socket, closeCodes.forbidden, 'Your rights have changed: connect again.');
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED')
        closeWith(socket, closeCodes.forbidden, error.message);
      else log.warn({ err: error }, 'a session could not be looked at; its socket stays for now');
    }
  };

  const timer = setInterval(() => {
    for (const { known } of watched.values()) void judge(known);
  }, everyMs);

  return {
    add: (known) => {
      if (known.socket.readyState !== known.socket.OPEN) return;
      const { expiresAtMs } = known.caller;
      const expire = () =>
        closeWith(known.socket, closeCodes.forbidden, 'The access token has expired: get a new one and connect again.');
      // A day at most: longer delays overflow the timer and would fire at once.
      const expiry =
        expiresAtMs === undefined ? undefined : setTimeout(expire, Math.min(expiresAtMs - Date.now(), 86_400_000));
      watched.set(known.socket, { known, expiry });
    },
    remove: (socket) => {
      clearTimeout(watched.get(socket)?.expiry);
      watched.delete(socket);
    },
    stop: () => {
      clearInterval(timer);
      for (const socket of [...watched.keys()]) {
        clearTimeout(watched.get(socket)?.expiry);
        watched.delete(socket);
      }
    },
  };
};
