import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/index.ts';
import type { AnySubgraph } from '../subgraph/index.ts';

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/**
 * Mounts a context's plain HTTP routes. Bodies stay bytes, because webhook signatures are over bytes; register this
 * inside a scope of its own so that the JSON parser of the rest stays untouched.
 */
export const registerRoutes = (app: FastifyInstance, definition: AnySubgraph, services: unknown, log: Logger): void => {
  if (!definition.routes?.length) return;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const route of definition.routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        const answer = await route.handle(
          {
            method: request.method,
            path: route.path,
            query: request.query as Record<string, string | undefined>,
            headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, single(value)])),
            body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          },
          { services, log },
        );
        return reply
          .code(answer.status)
          .headers(answer.headers ?? {})
          .send(answer.body ?? '');
      },
    });
  }
};
