import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from './api.ts';
import { challengePage } from './challenge-page.ts';
import { type ControlParts, control } from './control/routes.ts';

const MAX_BODY_BYTES = 1_000_000;

/** Resolves with the body, or with undefined when it is larger than any request of ours. */
function readBody(request: http.IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('end', () => resolve(size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}

function send(response: http.ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

interface ServerParts extends ControlParts {
  api: Api;
  log: (message: string) => void;
}

async function serve(parts: ServerParts, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const body = await readBody(request);
  if (body === undefined) {
    const error = { type: 'invalid_request_error', message: `A body may have at most ${MAX_BODY_BYTES} bytes.` };
    send(response, 413, { 'Content-Type': 'application/json' }, JSON.stringify({ error }));
    return;
  }
  if (path.startsWith('/_control/')) {
    // A page in a browser must not be able to steer the books.
    const isFromBrowser = request.headers.origin !== undefined;
    const answer = isFromBrowser
      ? { status: 403, body: JSON.stringify({ error: 'The control API is not for browsers.' }) }
      : await control(parts, { method, path, query, body });
    send(response, answer.status, { 'Content-Type': 'application/json' }, answer.body);
    return;
  }
  if (path.startsWith('/_challenge/')) {
    const intentId = path.slice('/_challenge/'.length);
    const key = new URLSearchParams(query).get('key');
    const answer = await challengePage(parts, { method, intentId, key, body });
    send(response, answer.status, answer.headers, answer.body);
    return;
  }
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const outcome = await parts.api.handle({ method, path, query, body, header });
  if (outcome.kind === 'answer') send(response, outcome.status, outcome.headers, outcome.body);
  else if (outcome.kind === 'drop') request.socket.destroy();
  // `hang` keeps the connection open and silent until the caller gives up or the server closes.
  outcome.after();
}

/** A server that accepts connections. `close` also ends the ones that hang on demand. */
export interface ListeningServer {
  port: number;
  close(): Promise<void>;
}

/** Listens and routes: `/v1` is the API, `/_control` the remote control, `/_challenge` the issuer's page. */
export function listen(parts: ServerParts, host: string, port: number): Promise<ListeningServer> {
  const server = http.createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      parts.log(`stripe double: ${error instanceof Error ? error.stack : String(error)}`);
      if (response.headersSent) response.destroy();
      else {
        const body = JSON.stringify({ error: { type: 'api_error', message: 'The double failed; its log says why.' } });
        send(response, 500, { 'Content-Type': 'application/json' }, body);
      }
    });
  });
  // Longer than the SDK keeps an idle connection, so that a request never meets a closing one.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done, fail) => {
            server.close((error) => (error ? fail(error) : done()));
            server.closeAllConnections();
          }),
      });
    });
  });
}
