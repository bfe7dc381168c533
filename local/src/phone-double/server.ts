import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Exchange } from './contract.ts';

const maxBodyBytes = 256 * 1_024;

const exchangeOf = async (request: http.IncomingMessage): Promise<Exchange> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body: Buffer.concat(chunks),
  };
};

const send = (request: http.IncomingMessage, response: http.ServerResponse, answer: Answer): void => {
  // Silence lasts until the caller gives up or the server closes.
  if (answer.instead === 'hang') return;
  if (answer.instead === 'drop') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { ...answer.headers }).end(answer.body ?? '');
};

/** A server that accepts connections; `close` also ends the ones that hang. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers every request by `handle`; what it throws is a defect, told to `log` and answered by a 500. */
export const listen = async (
  handle: (exchange: Exchange) => Promise<Answer>,
  { port, log }: { readonly port: number; readonly log: (message: string) => void },
): Promise<Listening> => {
  const server = http.createServer((request, response) => {
    exchangeOf(request)
      .then(handle)
      .then((answer) => send(request, response, answer))
      .catch((error: unknown) => {
        log(`phone double: ${error instanceof Error ? error.stack : String(error)}`);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
};
