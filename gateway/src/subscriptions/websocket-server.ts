import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { ClientSocket, type SocketParts } from './client-socket.ts';
import { closeCodes, closeWith } from './close-codes.ts';
import { drainSockets } from './drain.ts';
import { startHeartbeat } from './heartbeat.ts';
import { metaOf } from './socket-caller.ts';
import type { SocketLimits } from './socket-limits.ts';
import { createSocketWatch, type WatchOptions } from './socket-watch.ts';
import { Tally } from './tally.ts';
import { createUpgradeGate, type Place, refuseUpgrade } from './upgrade-gate.ts';
import { WriteBatch } from './write-batch.ts';

type SharedParts = Pick<SocketParts, 'authenticate' | 'admit' | 'subscriptions' | 'run' | 'masked' | 'log'>;

export interface WebSocketParts extends SharedParts, WatchOptions {
  readonly allowedOrigins: readonly string[];
  readonly maxBodyBytes: number;
  readonly trustProxy: boolean;
  readonly limits: SocketLimits;
  /** Patience with a peer that says nothing after connecting; default 5,000. */
  readonly initWaitMs?: number | undefined;
  /** Milliseconds between two pings of one peer; default 15,000. */
  readonly pingEveryMs?: number | undefined;
}

/** The WebSocket half of `/graphql`. */
export interface GraphQLWebSockets {
  /** Open sockets. */
  readonly count: number;
  /** Takes no new sockets, lets what runs on the open ones finish, and sends their clients away one after the other. */
  close(): Promise<void>;
}

/** Sockets that have not said who they are, with the time they were opened. */
const watchSilence = (waitMs: number) => {
  const waiting = new Map<ClientSocket, number>();
  const timer = setInterval(
    () => {
      const due = Date.now() - waitMs;
      for (const [socket, since] of waiting) {
        // Oldest first: the rest came later.
        if (since > due) return;
        waiting.delete(socket);
        if (!socket.begun) socket.close(closeCodes.initTimeout, 'connection_init did not come in time.');
      }
    },
    Math.min(waitMs, 500),
  );
  return { waiting, stop: () => clearInterval(timer) };
};

/** Serves graphql-transport-ws on the HTTP server's `/graphql`. */
export const serveWebSockets = (server: Server, options: WebSocketParts): GraphQLWebSockets => {
  const { limits } = options;
  const upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: options.maxBodyBytes,
    handleProtocols,
  });
  const watch = createSocketWatch(options);
  const heartbeat = startHeartbeat(options.pingEveryMs ?? 15_000);
  const silence = watchSilence(options.initWaitMs ?? 5_000);
  const parts: SocketParts = {
    ...options,
    watch,
    socketsOf: new Tally(),
    operationsOf: new Tally(),
    writes: new WriteBatch(),
  };
  const open = new Set<ClientSocket>();
  const gate = createUpgradeGate(limits, options.allowedOrigins);

  const accept = (socket: WebSocket, connection: Duplex, meta: RequestMeta, place: Place): void => {
    const client = new ClientSocket(socket, connection, meta, parts, place.known);
    open.add(client);
    heartbeat.add(client);
    silence.waiting.set(client, Date.now());
    socket.on('close', () => {
      place.release();
      open.delete(client);
      heartbeat.remove(client);
      silence.waiting.delete(client);
    });
    if (socket.protocol === '')
      closeWith(socket, closeCodes.wrongProtocol, 'Connect with the subprotocol graphql-transport-ws.');
  };

  const onUpgrade = (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    const meta = metaOf(request, options.trustProxy);
    const place = gate.enter(request, meta.ip);
    if ('status' in place) {
      refuseUpgrade(connection, place);
      return;
    }
    let accepted = false;
    upgrader.handleUpgrade(request, connection, head, (socket) => {
      accepted = true;
      accept(socket, connection, meta, place);
    });
    // The handshake is answered at once or not at all: a malformed one was refused by the library.
    if (!accepted) place.release();
  };
  server.on('upgrade', onUpgrade);

  return {
    get count() {
      return open.size;
    },
    close: async () => {
      gate.shut();
      await drainSockets(open, limits.drainSpreadMs);
      server.off('upgrade', onUpgrade);
      watch.stop();
      heartbeat.stop();
      silence.stop();
    },
  };
};
