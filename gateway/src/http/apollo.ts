import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@vitrina/platform/logging';
import type { GraphQLFormattedError } from 'graphql';
import type { Policy } from '../admission/policy.ts';
import type { Caller } from '../edge-auth/authenticate.ts';
import { maskError } from '../errors/graphql-errors.ts';
import type { CallContext } from '../execution/call.ts';
import type { RunOperation } from '../execution/run-operation.ts';
import type { DocumentResolver, ResolvedDocument } from '../persisted/resolve-document.ts';
import type { Variables } from '../planning/cost.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { SupergraphHolder } from '../planning/supergraph-holder.ts';

/** What one HTTP request carries through Apollo Server. */
export interface GatewayContext {
  readonly caller: Caller;
  readonly call: CallContext;
  readonly document: ResolvedDocument;
  /** Filled once the operation is admitted. */
  readonly admitted: { operation?: PreparedOperation; variables?: Variables };
}

export interface ApolloParts {
  readonly holder: SupergraphHolder;
  readonly policy: Policy;
  readonly documents: DocumentResolver;
  readonly run: RunOperation;
  readonly log: Logger;
  readonly production: boolean;
}

type GatewayPort = NonNullable<ApolloServerOptionsWithGateway<GatewayContext>['gateway']>;

/** Plugs our planning and execution into Apollo Server, which keeps the HTTP protocol, parsing and validation. */
const gatewayPort = ({ holder, run }: ApolloParts): GatewayPort => ({
  load: () =>
    Promise.resolve({
      schema: holder.current().schema,
      executor: async ({ context }) => {
        const { admitted, call } = context as unknown as GatewayContext;
        if (!admitted.operation || !admitted.variables)
          throw new Error('An operation reached execution without having been admitted.');
        return (await run(admitted.operation, { variables: admitted.variables, context: call })) as never;
      },
    }),
  onSchemaLoadOrUpdate: (listener) =>
    holder.onChange(({ schema, sdl }) => listener({ apiSchema: schema, coreSupergraphSdl: sdl })),
  stop: () => Promise.resolve(),
});

/** Admits each operation after validation and before planning: refusals thrown here keep their HTTP status. */
const admissionPlugin = ({ holder, policy, documents }: ApolloParts): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ contextValue, schema, document, queryHash, request }) => {
        const { admitted, caller, call } = contextValue;
        const operation = holder
          .of(schema)
          .prepare({ document, hash: queryHash, operationName: request.operationName });
        const { identity } = caller;
        admitted.variables = await policy(operation, {
          identity,
          ip: call.meta.ip,
          variables: request.variables,
          transport: 'http',
        });
        admitted.operation = operation;
        documents.remember(contextValue.document);
      },
    }),
});

/** Makes the server that answers GraphQL over HTTP. */
export const createApolloServer = (parts: ApolloParts): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: gatewayPort(parts),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      admissionPlugin(parts),
    ],
    csrfPrevention: true,
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: parts.production,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => parts.log.warn({}, String(message)),
      error: (message) => parts.log.error({}, String(message)),
    },
    formatError: (formatted): GraphQLFormattedError => maskError(formatted, 'in the header x-request-id', parts.log),
  });
