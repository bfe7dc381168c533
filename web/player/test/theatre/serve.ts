import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mpd': 'application/dash+xml',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.jpg': 'image/jpeg',
};

/** A request the server got. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What stands in the way of a request: an answer of its own, or nothing. */
export type Gate = (request: Got) => { readonly status: number; readonly body?: string } | undefined;

/** A web server for pages under test: folders by prefix, pages by path, and a graph that takes beacons. */
export interface TestServer {
  readonly url: string;
  /** Everything asked for, in order. */
  readonly got: Got[];
  /** HTML by path. */
  readonly pages: Map<string, string>;
  /** Answers of the graph by operation name. */
  readonly graph: Map<string, (variables: unknown) => unknown>;
  gate: Gate | undefined;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  caching = 'no-store',
): void => {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': caching,
  });
  response.end(body);
};

/** As the market serves what never changes. */
const immutable = 'public, max-age=31536000, immutable';

/** Compressed where the builder left a compressed form, as the gateway serves modules. */
const sendFile = async (response: ServerResponse, path: string): Promise<void> => {
  const compressed = extname(path) === '.js' ? await readFile(`${path}.br`).catch(() => undefined) : undefined;
  if (compressed) {
    response.setHeader('content-encoding', 'br');
    return send(response, 200, 'text/javascript', compressed, immutable);
  }
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) send(response, 404, 'text/plain', 'There is no such file.');
  else send(response, 200, types[extname(path)] ?? 'application/octet-stream', await readFile(path), immutable);
};

/** Starts the server; `folders` are served below their prefixes, e.g. `{ '/media/': '/tmp/x' }`. */
export const startServer = async (folders: Readonly<Record<string, string>>): Promise<TestServer> => {
  const parts = {
    got: [] as Got[],
    pages: new Map<string, string>(),
    graph: new Map(),
    gate: undefined as Gate | undefined,
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const got = { method: request.method ?? 'GET', path, body: await bodyOf(request) };
    parts.got.push(got);
    const gated = server.gate?.(got);
    if (gated) return send(response, gated.status, 'text/plain', gated.body ?? '');
    if (path === '/graphql') {
      const { operationName, variables } = JSON.parse(got.body) as { operationName: string; variables: unknown };
      const data = parts.graph.get(operationName)?.(variables) ?? {};
      return send(response, 200, 'application/json', JSON.stringify({ data }));
    }
    const page = parts.pages.get(path);
    if (page !== undefined) return send(response, 200, 'text/html; charset=utf-8', page);
    const [prefix, folder] = Object.entries(folders).find(([one]) => path.startsWith(one)) ?? [];
    if (!prefix || !folder) return send(response, 404, 'text/plain', 'There is nothing here.');
    return sendFile(response, join(folder, normalize(`/${path.slice(prefix.length)}`)));
  };
  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => send(response, 500, 'text/plain', String(error)));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: TestServer = {
    ...parts,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
};
