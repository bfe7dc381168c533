import { type Logger, silentLogger } from '@vitrina/platform/logging';
import type { HttpRequest, HttpResponse } from '@vitrina/platform/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Pool } from 'undici';

/** A plain HTTP route of a context (webhooks, JWKS) that the gateway serves under the same path. */
export interface PublicRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'te',
  'trailer',
  'proxy-authorization',
]);

/** A route whose context runs elsewhere: the request is passed on byte by byte, signatures stay valid. */
export const proxiedRoute = (
  route: Pick<PublicRoute, 'method' | 'path'>,
  origin: string,
  timeoutMs: number,
  log: Logger = silentLogger,
): PublicRoute & { close(): Promise<void> } => {
  const pool = new Pool(new URL(origin).origin, { connections: 16, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  return {
    ...route,
    handle: async ({ method, path, query, headers, body }) => {
      const passed = Object.fromEntries(
        Object.entries(headers).filter(([name, value]) => value !== undefined && !hopByHop.has(name)),
      );
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      const response = await pool
        .request({
          method: method as 'GET' | 'POST',
          path: search.size > 0 ? `${path}?${search}` : path,
          headers: passed as Record<string, string>,
          ...(method === 'POST' && { body }),
          signal: AbortSignal.timeout(timeoutMs),
        })
        .catch((error: unknown) => {
          log.warn({ err: error, path }, 'a context did not answer a plain HTTP request');
          return undefined;
        });
      if (!response) return absent();
      const given = Object.entries(response.headers).filter(([name]) => !hopByHop.has(name));
      return {
        status: response.statusCode,
        headers: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
        body: await response.body.text(),
      };
    },
    close: () => pool.destroy(),
  };
};

/** A context that is not there answers 503, so that whoever called by itself (a payment provider) calls again. */
const absent = (): HttpResponse => ({
  status: 503,
  headers: { 'content-type': 'application/json', 'retry-after': '5' },
  body: JSON.stringify({
    errors: [
      {
        message: 'This service is not there at the moment; try again in a few seconds.',
        extensions: { code: 'UNAVAILABLE' },
      },
    ],
  }),
});

const toHttpRequest = (request: FastifyRequest): HttpRequest => ({
  method: request.method,
  path: request.url.split('?')[0] ?? '/',
  query: request.query as HttpRequest['query'],
  headers: Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  ),
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
});

/** Serves the routes of all contexts; bodies reach them as the bytes that arrived. */
export const registerPublicRoutes = async (app: FastifyInstance, routes: readonly PublicRoute[]): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of routes) {
      scope.route({
        method: route.method,
        url: route.path,
        handler: async (request, reply) => {
          const { status, headers, body } = await route.handle(toHttpRequest(request));
          return reply
            .code(status)
            .headers(headers ?? {})
            .send(body ?? '');
        },
      });
    }
  });
};
