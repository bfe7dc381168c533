import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { networkOf } from '@vitrina/platform/rate-limit';
import { isOriginAllowed } from './origin.ts';
import type { SocketLimits } from './socket-limits.ts';
import { Tally } from './tally.ts';

/** Why a connection does not become a socket, as HTTP says it. */
export interface UpgradeRefusal {
  readonly status: string;
  readonly retryAfterSeconds?: number;
}

/** A place that a socket takes among those of its address. */
export interface Place {
  /** Its caller is known now, or it never will be: it no longer counts as waiting. */
  known(): void;
  /** It has gone. */
  release(): void;
}

export interface UpgradeGate {
  /** Takes a place for a socket from that address, or says why there is none. */
  enter(request: IncomingMessage, ip: string): Place | UpgradeRefusal;
  /** From now on everybody is sent elsewhere. */
  shut(): void;
}

/** Decides before the handshake, so that a flood costs one line of HTTP each. */
export const createUpgradeGate = (
  limits: Pick<SocketLimits, 'maxSocketsPerAddress' | 'maxWaitingSocketsPerAddress'>,
  allowedOrigins: readonly string[],
): UpgradeGate => {
  const open = new Tally();
  const waiting = new Tally();
  let shut = false;

  const placeOf = (address: string): Place => {
    let waits = true;
    const known = (): void => {
      if (waits) waiting.release(address);
      waits = false;
    };
    return {
      known,
      release: () => {
        known();
        open.release(address);
      },
    };
  };

  return {
    enter: (request, ip) => {
      if (request.url?.split('?')[0] !== '/graphql') return { status: '404 Not Found' };
      if (!isOriginAllowed(request, allowedOrigins)) return { status: '403 Forbidden' };
      if (shut) return { status: '503 Service Unavailable', retryAfterSeconds: 1 };
      const address = networkOf(ip);
      if (!waiting.take(address, limits.maxWaitingSocketsPerAddress))
        return { status: '429 Too Many Requests', retryAfterSeconds: 5 };
      if (open.take(address, limits.maxSocketsPerAddress)) return placeOf(address);
      waiting.release(address);
      return { status: '429 Too Many Requests', retryAfterSeconds: 60 };
    },
    shut: () => {
      shut = true;
    },
  };
};

/** Answers a refused upgrade and ends the connection. */
export const refuseUpgrade = (connection: Duplex, { status, retryAfterSeconds }: UpgradeRefusal): void => {
  const retry = retryAfterSeconds === undefined ? '' : `Retry-After: ${retryAfterSeconds}\r\n`;
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`);
};
