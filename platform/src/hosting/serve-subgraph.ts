import { fastify } from 'fastify';
import type { TokenVerifier } from '../auth/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Health } from '../observability/index.ts';
import type { AnySubgraph, RequestMeta, SubgraphHost } from '../subgraph/index.ts';
import { registerOperations } from './operations.ts';
import { registerRoutes } from './routes.ts';
import { openSubgraphSockets } from './subgraph-sockets.ts';
import { metaSchema, operationSchema } from './wire-request.ts';

/** Largest request body a subgraph reads: the gateway's own limit is lower. */
const maxBodyBytes = 4 * 1024 * 1024;

/** How request facts travel in the header `x-vitrina-meta`. */
export const encodeMeta = (meta: RequestMeta): string => Buffer.from(JSON.stringify(meta)).toString('base64url');

const decodeMeta = (header: unknown): RequestMeta | undefined => {
  try {
    return metaSchema.parse(JSON.parse(Buffer.from(String(header), 'base64url').toString()));
  } catch {
    // Not JSON, or not the facts: whoever sends that is none of our processes.
    return undefined;
  }
};

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
    const meta = decodeMeta(request.headers['x-vitrina-meta']);
    if (!operation.success || !meta) {
      const message =
        'Send a JSON object with "query" and, if any, "variables", and the facts of the request as x-vitrina-meta.';
      return reply.code(400).send({ errors: [{ message }] });
    }
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
      meta,
      signal: controller.signal,
    });
  });

  registerOperations(app, options.health);
  await app.register(async (scope) => registerRoutes(scope, definition, services, log));

  const sockets = openSubgraphSockets({ host, verifier: options.verifier, log, maxPayload: maxBodyBytes });
  app.server.on('upgrade', (request, socket, head) => {
    if (request.url === '/graphql') sockets.upgrade(request, socket, head);
    else socket.destroy();
  });

  const url = await app.listen({ port: options.port, host: options.address ?? '127.0.0.1' });
  return {
    url,
    close: async () => {
      await sockets.close();
      await app.close();
    },
  };
};
