import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Identity, TokenVerifier } from '../auth/index.ts';
import { createLoaders } from '../loaders/index.ts';
import type { Logger } from '../logging/index.ts';
import type { AnySubgraph } from './definition.ts';
import { formatError } from './errors.ts';
import type { CookieEffect, RequestContext, RequestMeta } from './request-context.ts';
import { buildSchema } from './schema.ts';

/** One operation for a subgraph, however it travelled. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
  /** Signed internal token; a subgraph answers nothing without one. */
  readonly token: string;
  readonly meta: RequestMeta;
  readonly signal?: AbortSignal | undefined;
}

/** A context's schema, ready to execute: the same code behind the in-process, HTTP and WebSocket transports. */
export interface SubgraphHost {
  readonly name: string;
  /** SDL for composition, with the kit's definitions. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  subscribe(request: SubgraphRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly compiled: CompiledQuery | undefined;
}

const maxRememberedDocuments = 2_000;
const neverAborted = new AbortController().signal;

/** Parses, validates and compiles each document once. */
const documentStore = (schema: GraphQLSchema) => {
  const store = new LRUCache<string, Prepared>({ max: maxRememberedDocuments });
  const prepare = (query: string, operationName: string | undefined): Prepared => {
    const document = parse(query);
    const errors = validate(schema, document);
    const operation = getOperationAST(document, operationName);
    if (errors.length > 0 || operation?.operation === 'subscription') return { document, errors, compiled: undefined };
    const compiled = compileQuery(schema, document, operationName, { disableLeafSerialization: false });
    // What the compiler cannot do (it says so by returning a result) the reference executor does.
    return { document, errors, compiled: isCompiledQuery(compiled) ? compiled : undefined };
  };
  return (query: string, operationName: string | undefined): Prepared => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = store.get(key);
    if (known) return known;
    const made = prepare(query, operationName);
    store.set(key, made);
    return made;
  };
};

export interface HostOptions {
  readonly definition: AnySubgraph;
  readonly services: unknown;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
}

/** Makes a context executable. */
export const createHost = async ({ definition, services, verifier, log }: HostOptions): Promise<SubgraphHost> => {
  const { sdl, schema } = await buildSchema(definition);
  const prepared = documentStore(schema);

  const contextOf = (request: SubgraphRequest, identity: Identity, cookies: CookieEffect[]): RequestContext => ({
    services,
    identity,
    actor: identity.actor,
    meta: request.meta,
    loaders: createLoaders(services),
    log: log.child({ requestId: request.meta.requestId }),
    idempotency: undefined,
    signal: request.signal ?? neverAborted,
    setCookie: (cookie) => void cookies.push(cookie),
  });

  const finish = (
    result: ExecutionResult,
    request: SubgraphRequest,
    cookies: readonly CookieEffect[],
  ): ExecutionResult => ({
    ...(result.data !== undefined && { data: result.data }),
    ...(result.errors?.length && {
      errors: result.errors.map((error) =>
        formatError(error, request.meta.requestId, log),
      ) as unknown as GraphQLError[],
    }),
    ...(cookies.length > 0 && { extensions: { setCookies: cookies } }),
  });

  const failed = (error: unknown, request: SubgraphRequest): ExecutionResult =>
    finish({ errors: [error as GraphQLError] }, request, []);

  const run = async (
    request: SubgraphRequest,
    found: Prepared,
    identity: Identity,
    rootValue?: unknown,
  ): Promise<ExecutionResult> => {
    const cookies: CookieEffect[] = [];
    const contextValue = contextOf(request, identity, cookies);
    const variables = request.variables ?? {};
    const result = found.compiled
      ? await found.compiled.query(rootValue, contextValue, variables)
      : await execute({
          schema,
          document: found.document,
          rootValue,
          contextValue,
          variableValues: variables,
          operationName: request.operationName,
        });
    return finish(result as ExecutionResult, request, cookies);
  };

  const open = async (request: SubgraphRequest): Promise<{ found: Prepared; identity: Identity }> => {
    const identity = await verifier.verify(request.token);
    return { found: prepared(request.query, request.operationName), identity };
  };

  return {
    name: definition.name,
    sdl,
    schema,
    execute: async (request) => {
      try {
        const { found, identity } = await open(request);
        if (found.errors.length > 0) return finish({ errors: found.errors }, request, []);
        return await run(request, found, identity);
      } catch (error) {
        // Whatever goes wrong before a resolver runs is still an answer to this one request, formatted in one place.
        return failed(error, request);
      }
    },
    subscribe: async (request) => {
      try {
        const { found, identity } = await open(request);
        if (found.errors.length > 0) return finish({ errors: found.errors }, request, []);
        const source = await createSourceEventStream({
          schema,
          document: found.document,
          contextValue: contextOf(request, identity, []),
          variableValues: request.variables,
          operationName: request.operationName,
        });
        if (!(Symbol.asyncIterator in source)) return finish(source, request, []);
        return mapEvents(
          source as AsyncIterable<unknown>,
          (event) => run(request, found, identity, event),
          (error) => failed(error, request),
        );
      } catch (error) {
        return failed(error, request);
      }
    },
  };
};

/**
 * Each event is executed with a context of its own, so loaders never answer with what an earlier event saw.
 * Hand-written because an async generator's `return()` would wait for the next event.
 */
const mapEvents = (
  source: AsyncIterable<unknown>,
  toResult: (event: unknown) => Promise<ExecutionResult>,
  toFailure: (error: unknown) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> => {
  const events = source[Symbol.asyncIterator]();
  let ended = false;
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    ended = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      if (ended) return { done: true, value: undefined };
      try {
        const { done, value } = await events.next();
        return done ? await end() : { done: false, value: await toResult(value) };
      } catch (error) {
        ended = true;
        return { done: false, value: toFailure(error) };
      }
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
