import { createSourceEventStream, type ExecutionResult, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Identity, TokenVerifier } from '../auth/index.ts';
import type { Logger } from '../logging/index.ts';
import type { AnySubgraph } from './definition.ts';
import { documentStore, type Prepared } from './documents.ts';
import { formatError } from './errors.ts';
import { mapEvents } from './map-events.ts';
import { OperationContext } from './operation-context.ts';
import type { CookieEffect, RequestContext } from './request-context.ts';
import { buildSchema } from './schema.ts';
import type { SubgraphRequest } from './subgraph-request.ts';

/** A context's schema, ready to execute: the same code behind the in-process, HTTP and WebSocket transports. */
export interface SubgraphHost {
  readonly name: string;
  /** SDL for composition, with the kit's definitions. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  subscribe(request: SubgraphRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export interface HostOptions {
  readonly definition: AnySubgraph;
  readonly services: unknown;
  readonly verifier: TokenVerifier;
  readonly log: Logger;
}

/** What one host's operations have in common. */
const createExecution = (schema: GraphQLSchema, { services, verifier, log }: HostOptions) => {
  const prepared = documentStore(schema);

  const contextOf = (request: SubgraphRequest, identity: Identity, cookies: CookieEffect[]): RequestContext =>
    new OperationContext({ services, identity, request, log, cookies });

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

  return {
    contextOf,
    finish,
    failed: (error: unknown, request: SubgraphRequest) => finish({ errors: [error as GraphQLError] }, request, []),
    open: async (request: SubgraphRequest) => {
      const identity = await verifier.verify(request.token);
      return { found: prepared(request.query, request.operationName), identity };
    },
    run: async (request: SubgraphRequest, found: Prepared, identity: Identity, rootValue?: unknown) => {
      const cookies: CookieEffect[] = [];
      const contextValue = contextOf(request, identity, cookies);
      const variables = { ...found.defaults, ...request.variables };
      const { document } = found;
      const result = found.compiled
        ? await found.compiled.query(rootValue, contextValue, variables)
        : await execute({
            schema,
            document,
            rootValue,
            contextValue,
            variableValues: variables,
            operationName: request.operationName,
          });
      return finish(result as ExecutionResult, request, cookies);
    },
  };
};

/** Makes a context executable. */
export const createHost = async (options: HostOptions): Promise<SubgraphHost> => {
  const { sdl, schema } = await buildSchema(options.definition);
  const { contextOf, failed, finish, open, run } = createExecution(schema, options);

  const subscribe = async (request: SubgraphRequest) => {
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
    // The token is not needed any more, and thousands of them are kept for as long as their subscriptions run.
    const kept = { ...request, token: '' };
    return mapEvents(
      source as AsyncIterable<unknown>,
      (event) => run(kept, found, identity, event),
      (error) => failed(error, kept),
    );
  };

  return {
    name: options.definition.name,
    sdl,
    schema,
    // Whatever goes wrong before a resolver runs is still an answer to this one request, formatted in one place.
    subscribe: (request) => subscribe(request).catch((error: unknown) => failed(error, request)),
    execute: async (request) => {
      try {
        const { found, identity } = await open(request);
        if (found.errors.length > 0) return finish({ errors: found.errors }, request, []);
        return await run(request, found, identity);
      } catch (error) {
        return failed(error, request);
      }
    },
  };
};
