import cookie from '@fastify/cookie';
import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { Logger } from '@vitrina/platform/logging';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { acceptRequestId } from '../errors/graphql-errors.ts';
import { mediaCors } from '../media/cors.ts';
import type { Draining } from './health.ts';

export interface HttpServerOptions {
  readonly allowedOrigins: readonly string[];
  readonly maxBodyBytes: number;
  readonly trustProxy: boolean;
  readonly log: Logger;
  /** Once it says so, each answer is the last on its connection. */
  readonly draining: Draining;
}

const graphqlCors = ({ allowedOrigins }: HttpServerOptions): FastifyCorsOptions => ({
  origin: [...allowedOrigins],
  credentials: true,
  methods: ['GET', 'POST'],
  allowedHeaders: [
    'content-type',
    'authorization',
    'x-vitrina-cart',
    'x-request-id',
    'apollo-require-preflight',
    'traceparent',
  ],
  exposedHeaders: ['x-request-id', 'retry-after'],
  maxAge: 600,
});

const describeFailure = (error: FastifyError): { status: number; code: string; message: string } => {
  if (error.statusCode === 413)
    return {
      status: 413,
      code: 'DOCUMENT_TOO_LARGE',
      message: 'The request body is too large; send less at a time, or files by upload.',
    };
  if (error.statusCode && error.statusCode < 500)
    return {
      status: error.statusCode,
      code: 'BAD_REQUEST',
      message: 'The request could not be read: send a JSON body with content-type application/json.',
    };
  return {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Internal error. Quote the header x-request-id to support.',
  };
};

/** Makes the HTTP server with what every route shares: request ids, cookies, CORS by configuration, and errors in GraphQL's form. */
export const createHttpServer = async (options: HttpServerOptions): Promise<FastifyInstance> => {
  const app = fastify({
    bodyLimit: options.maxBodyBytes,
    trustProxy: options.trustProxy,
    genReqId: (request) => acceptRequestId(request.headers['x-request-id']?.toString()),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cookie);
  await app.register(cors, {
    delegator: (request, decide) =>
      decide(null, mediaCors(request.url?.split('?')[0] ?? '/', options.allowedOrigins) ?? graphqlCors(options)),
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (options.draining.value) void reply.header('connection', 'close');
    done();
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, code, message } = describeFailure(error);
    if (status >= 500) options.log.error({ err: error, requestId: request.id }, 'an HTTP request failed');
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({
      errors: [
        { message: 'There is nothing at this address; GraphQL is at /graphql.', extensions: { code: 'NOT_FOUND' } },
      ],
    }),
  );
  return app;
};
