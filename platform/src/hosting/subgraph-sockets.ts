import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { GatewaySocket, type GatewaySocketOptions, knownTexts } from './gateway-socket.ts';

export interface SubgraphSocketsOptions extends GatewaySocketOptions {
  readonly maxPayload: number;
}

/** The WebSocket half of a subgraph: graphql-transport-ws for gateways. */
export interface SubgraphSockets {
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

const protocol = 'graphql-transport-ws';

/** Serves graphql-transport-ws to gateways. */
export const openSubgraphSockets = (options: SubgraphSocketsOptions): SubgraphSockets => {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxPayload,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });
  const textOf = knownTexts();
  const gateways = new Set<GatewaySocket>();
  return {
    upgrade: (request, connection, head) =>
      server.handleUpgrade(request, connection, head, (socket) => {
        const gateway = new GatewaySocket(socket, connection, options, textOf);
        gateways.add(gateway);
        socket.once('close', () => gateways.delete(gateway));
        server.emit('connection', socket, request);
      }),
    close: async () => {
      const gone = [...server.clients].map(
        (client) => new Promise<void>((resolve) => client.once('close', () => resolve())),
      );
      await Promise.all([...gateways].map((gateway) => gateway.leave()));
      const late = setTimeout(() => {
        for (const client of server.clients) client.terminate();
      }, 1_000);
      await Promise.all(gone);
      clearTimeout(late);
    },
  };
};
