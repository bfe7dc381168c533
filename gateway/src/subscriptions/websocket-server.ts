import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { isOriginAllowed } from './origin.ts';
import { createSocketWatch } from './socket-caller.ts';
import { createSocketHandlers, type SocketExtra, type SocketParts } from './socket-handlers.ts';

export interface WebSocketParts extends SocketParts {
  readonly allowedOrigins: readonly string[];
  readonly maxBodyBytes: number;
}

/** The WebSocket half of `/graphql`. */
export interface GraphQLWebSockets {
  /** Open sockets. */
  readonly count: number;
  /** Ends every subscription and closes every socket with "going away". */
  close(): Promise<void>;
}

const initWaitMs = 5_000;
const pingEveryMs = 15_000;

const refuseUpgrade = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Serves graphql-transport-ws on the HTTP server's `/graphql`. */
export const serveWebSockets = (server: Server, parts: WebSocketParts): GraphQLWebSockets => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: parts.maxBodyBytes });
  const watch = createSocketWatch(parts);
  const handlers = createSocketHandlers(parts, watch);

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== '/graphql') refuseUpgrade(socket, '404 Not Found');
    else if (!isOriginAllowed(request, parts.allowedOrigins)) refuseUpgrade(socket, '403 Forbidden');
    else sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  };
  server.on('upgrade', onUpgrade);

  const served = useServer<Record<string, unknown>, SocketExtra>(
    {
      connectionInitWaitTimeout: initWaitMs,
      onConnect: handlers.onConnect,
      onSubscribe: (context, _id, payload) => handlers.onSubscribe(context, payload),
      subscribe: (args) => handlers.subscribe(args) as never,
      execute: handlers.execute,
      onClose: ({ extra }) => watch.remove(extra.socket as WebSocket),
    },
    sockets,
    pingEveryMs,
  );

  return {
    get count() {
      return sockets.clients.size;
    },
    close: async () => {
      server.off('upgrade', onUpgrade);
      watch.stop();
      await parts.subscriptions.close();
      await served.dispose();
    },
  };
};
