import { createServer, type Socket } from 'node:net';
import { type Admit, serveSession } from './session.ts';

/** An RTMP server that only takes streams in: nobody can play from it. */
export interface RtmpServer {
  readonly port: number;
  /** Takes no more publishers and ends those there are. */
  stop(): Promise<void>;
}

/** Connections at one time, admitted or not: what has no key yet must not use up the machine. */
const mostConnections = 64;

/** Listens for publishers; port 0 takes a free one. Rejects when the port is taken. */
export const startRtmpServer = async (
  { host, port }: { readonly host: string; readonly port: number },
  admit: Admit,
): Promise<RtmpServer> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveSession(socket, admit);
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
