import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { TokenSigner } from '@vitrina/platform/auth';
import type { CookieEffect } from '@vitrina/platform/subgraph';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentGate } from '../admission/document-gate.ts';
import type { Authenticate } from '../edge-auth/authenticate.ts';
import { refusal, toGraphQLError } from '../errors/graphql-errors.ts';
import type { DocumentRequest, DocumentResolver } from '../persisted/resolve-document.ts';
import type { GatewayContext } from './apollo.ts';
import { metaOf, traceParentOf } from './request-facts.ts';

export interface GraphQLRouteParts {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly documents: DocumentResolver;
  readonly gate: DocumentGate;
  readonly signer: TokenSigner;
  /** Cookies are Secure everywhere but on a developer's machine. */
  readonly secureCookies: boolean;
}

type Body = { query?: unknown; extensions?: unknown; [key: string]: unknown };

const toHttpGraphQLRequest = (request: FastifyRequest): HTTPGraphQLRequest => {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  const { body } = request;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return { method: request.method, headers, search, body: isObject ? { ...body } : body };
};

const persistedHashIn = (extensions: unknown): string | undefined => {
  const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery
    ?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
};

const parseExtensions = (text: string | null): unknown => {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw refusal('BAD_REQUEST', 'The "extensions" of the address are not JSON.');
  }
};

const documentRequestOf = (request: HTTPGraphQLRequest): DocumentRequest => {
  if (request.method === 'GET') {
    const search = new URLSearchParams(request.search);
    return {
      query: search.get('query') ?? undefined,
      persistedHash: persistedHashIn(parseExtensions(search.get('extensions'))),
    };
  }
  const body = (request.body ?? {}) as Body;
  if (Array.isArray(body))
    throw refusal(
      'BAD_REQUEST',
      'Batched requests are not accepted: send each operation on its own; HTTP/2 multiplexes them.',
    );
  if (body.query !== undefined && body.query !== null && typeof body.query !== 'string')
    throw refusal('BAD_REQUEST', '"query" is the text of a document.');
  return { query: body.query ?? undefined, persistedHash: persistedHashIn(body.extensions) };
};

/** Puts the text of a persisted document where Apollo Server reads it; to it every document is an ordinary one. */
const putDocument = (request: HTTPGraphQLRequest, text: string): void => {
  if (request.method === 'GET') {
    const search = new URLSearchParams(request.search);
    search.set('query', text);
    search.delete('extensions');
    request.search = `?${search}`;
    return;
  }
  const body = request.body as Body;
  body.query = text;
  delete body.extensions;
};

const setCookies = (reply: FastifyReply, cookies: readonly CookieEffect[], secure: boolean): void => {
  for (const { name, value, maxAgeSeconds } of cookies) {
    void reply.setCookie(name, value, {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: value === '' ? 0 : maxAgeSeconds,
    });
  }
};

const abortedByCaller = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
};

/** Serves GraphQL over HTTP: authenticates, finds the document, holds it to the limits, and leaves the protocol to Apollo Server. */
export const registerGraphQLRoute = (app: FastifyInstance, parts: GraphQLRouteParts): void => {
  const { apollo, authenticate, documents, gate, signer } = parts;

  const contextOf = async (
    request: FastifyRequest,
    reply: FastifyReply,
    http: HTTPGraphQLRequest,
  ): Promise<GatewayContext> => {
    try {
      const caller = await authenticate({
        authorization: request.headers.authorization,
        cartSecret: request.headers['x-vitrina-cart']?.toString(),
      });
      const document = documents.resolve(documentRequestOf(http), caller.identity.actor);
      gate(document.text, document.hash);
      putDocument(http, document.text);
      const traceparent = traceParentOf(request.headers['traceparent']?.toString());
      const call = {
        token: () => signer.sign(caller.identity),
        meta: metaOf(request),
        cookies: [],
        signal: abortedByCaller(reply),
        traceparent,
      };
      return { caller, call, document, admitted: {} };
    } catch (error) {
      throw toGraphQLError(error);
    }
  };

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const http = toHttpGraphQLRequest(request);
    let cookies: readonly CookieEffect[] = [];
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: http,
      context: async () => {
        const context = await contextOf(request, reply, http);
        cookies = context.call.cookies;
        return context;
      },
    });
    if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
    for (const [name, value] of response.headers) void reply.header(name, value);
    setCookies(reply, cookies, parts.secureCookies);
    return reply
      .code(response.status ?? 200)
      .header('cache-control', 'no-store')
      .send(response.body.string);
  };

  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: handle });
};
