import { fastify } from 'fastify';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { LRUCache } from 'lru-cache';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { TokenVerifier } from '../auth/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Health } from '../observability/index.ts';
import type { AnySubgraph, RequestMeta, SubgraphHost, SubgraphRequest } from '../subgraph/index.ts';
import { registerOperations } from './operations.ts';
import { registerRoutes } from './routes.ts';

/** Largest request body a subgraph reads: the gateway's own limit is lower. */
const maxBodyBytes = 4 * 1024 * 1024;

const metaSchema = z.object({
  requestId: z.string(),
  ip: z.string(),
  userAgent: z.string(),
  locale: z.string(),
  refreshToken: z.string().optional(),
});
const operationSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
const extensionsSchema = z.object({ token: z.string(), meta: metaSchema });

/** How request facts travel in the header `x-vitrina-meta`. */
export const encodeMeta = (meta: RequestMeta): string => Buffer.from(JSON.stringify(meta)).toString('base64url');

const decodeMeta = (header: unknown): RequestMeta =>
  metaSchema.parse(JSON.parse(Buffer.from(String(header), 'base64url').toString()));

const bearer = (header: string | undefined): string => header?.replace(/^Bearer /, '') ?? '';

export interface ServeOptions {
  readonly definition: AnySubgraph;
  readonly services: unknown;
  readonly host: SubgraphHost;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
  readonly port: number;
  readonly address?: string;
  readonly health: Health;
}

/** A subgraph behind HTTP and graphql-ws on one port, for the gateway and the other contexts. */
export const serveSubgraph = async (options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> => {
  const { definition, services, host, log } = options;
  const app = fastify({ bodyLimit: maxBodyBytes, keepAliveTimeout: 65_000, trustProxy: false });

  app.post('/graphql', async (request, reply) => {
    const operation = operationSchema.safeParse(request.body);
    if (!operation.success)
      return reply
        .code(400)
        .send({ errors: [{ message: 'Send a JSON object with "query" and, if any, "variables".' }] });
    const controller = new AbortController();
    // The answer's side of the connection: the request's own closes as soon as its body is read.
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) controller.abort();
    });
    return host.execute({
      query: operation.data.query,
      variables: operation.data.variables ?? {},
      operationName: operation.data.operationName ?? undefined,
      token: bearer(request.headers.authorization),
      meta: decodeMeta(request.headers['x-vitrina-meta']),
      signal: controller.signal,
    });
  });

  registerOperations(app, options.health);
  await app.register(async (scope) => registerRoutes(scope, definition, services, log));

  const sockets = openSockets(options);
  app.server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/graphql') return socket.destroy();
    sockets.server.handleUpgrade(request, socket, head, (client) => sockets.server.emit('connection', client, request));
  });

  const url = await app.listen({ port: options.port, host: options.address ?? '127.0.0.1' });
  return {
    url,
    close: async () => {
      await sockets.dispose();
      await app.close();
    },
  };
};

/** Texts of subscriptions are few, their readers many: each keeps the document for as long as it runs. */
const parsedOnce = () => {
  const parsed = new LRUCache<string, DocumentNode>({ max: 1_000 });
  return (query: string): DocumentNode => {
    const known = parsed.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    parsed.set(query, document);
    return document;
  };
};

/** graphql-ws for the gateway: the socket authenticates the gateway once, each operation carries its own caller. */
const openSockets = ({ host, verifier, log }: ServeOptions) => {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxBodyBytes });
  const documentOf = parsedOnce();
  const disposable = useServer(
    {
      onConnect: async ({ connectionParams }) => {
        const token = String(connectionParams?.['token'] ?? '');
        const verified = await verifier.verify(token).catch((error: unknown) => {
          log.warn({ err: error }, 'A socket showed no valid service token.');
          return undefined;
        });
        return verified?.actor.kind === 'service';
      },
      onSubscribe: (_context, _id, payload) => {
        const carried = extensionsSchema.safeParse(payload.extensions);
        // Answered as an error of this operation: throwing here would close the socket everybody shares.
        if (!carried.success)
          return [new GraphQLError('The operation carries no caller.', { extensions: { code: 'UNAUTHENTICATED' } })];
        const contextValue: SubgraphRequest = {
          query: payload.query,
          variables: payload.variables ?? {},
          operationName: payload.operationName ?? undefined,
          ...carried.data,
        };
        return {
          schema: host.schema,
          document: documentOf(payload.query),
          operationName: payload.operationName,
          contextValue,
        };
      },
      subscribe: (args) => host.subscribe(args.contextValue as SubgraphRequest) as never,
      execute: (args) => host.execute(args.contextValue as SubgraphRequest),
      // Errors are formatted already; the library would ask them for a `toJSON` they do not have.
      onNext: (_context, _id, _payload, _args, result) => result,
    },
    server,
  );
  return { server, dispose: async () => disposable.dispose() };
};
