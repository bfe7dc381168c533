import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Actor, actorKey } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import type { Authenticate, Caller } from '../edge-auth/authenticate.ts';
import { refusal } from '../errors/graphql-errors.ts';
import type { RunOperation } from '../execution/run-operation.ts';
import { bestLocale } from '../http/request-facts.ts';
import type { AdmitOperation, SocketOperation } from './admit-operation.ts';
import type { SubscriptionRequest } from './open-subscription.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import { closeCodes, closeWith, credentialsOf, type SocketWatch } from './socket-caller.ts';

/** What answering operations over sockets needs. */
export interface SocketParts {
  readonly authenticate: Authenticate;
  readonly admit: AdmitOperation;
  readonly subscriptions: SharedSubscriptions;
  readonly run: RunOperation;
  readonly trustProxy: boolean;
  readonly maxSubscriptionsPerSocket: number;
  readonly log: Logger;
}

/** What we know of a socket once its `connection_init` came. */
export type SocketExtra = Extra & { caller?: Caller; meta?: RequestMeta } & Record<PropertyKey, unknown>;
export type SocketContext = Context<Record<string, unknown>, SocketExtra>;

const metaOf = (request: IncomingMessage, trustProxy: boolean): RequestMeta => {
  const forwarded = trustProxy ? request.headers['x-forwarded-for']?.toString().split(',')[0]?.trim() : undefined;
  return {
    requestId: '',
    ip: forwarded ?? request.socket.remoteAddress ?? '',
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 256),
    locale: bestLocale(request.headers['accept-language']),
  };
};

const requestOf = (args: ExecutionArgs): SubscriptionRequest => args.contextValue as SubscriptionRequest;

/** Whose subscription may be shared with whom: the same viewer with the same rights and language, asking for the same. */
const sharingKey = (caller: Caller, { prepared, variables, context }: SubscriptionRequest, text: string): string =>
  JSON.stringify([prepared.supergraph.id, text, prepared.name, variables, viewerOf(caller), context.meta.locale]);

const viewerOf = ({ identity }: Caller): string => {
  const rights = (actor: Actor) =>
    actor.kind === 'user' ? [actor.sessionId, actor.scopes, actor.shops] : actor.kind === 'client' ? actor.scopes : [];
  return JSON.stringify([actorKey(identity), rights(identity.actor), identity.cartKey ?? '']);
};

/** A subscription that was refused when it was opened: answered as an error of that operation alone. */
const failedStream = (error: GraphQLError): AsyncIterableIterator<never> => ({
  next: () => Promise.reject(error),
  return: () => Promise.resolve({ done: true, value: undefined }),
  [Symbol.asyncIterator]() {
    return this;
  },
});

/** Answers the messages of graphql-transport-ws. Nothing here throws: that would close a socket for everything on it. */
export const createSocketHandlers = (parts: SocketParts, watch: SocketWatch) => {
  const onConnect = async ({ connectionParams, extra }: SocketContext): Promise<boolean> => {
    const credentials = credentialsOf(connectionParams);
    try {
      extra.caller = await parts.authenticate(credentials);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      closeWith(extra.socket as WebSocket, closeCodes.forbidden, error.message);
      return false;
    }
    extra.meta = metaOf(extra.request, parts.trustProxy);
    watch.add({ socket: extra.socket as WebSocket, credentials, caller: extra.caller });
    return true;
  };

  const onSubscribe = async ({ extra, subscriptions }: SocketContext, payload: SocketOperation) => {
    const { caller, meta } = extra;
    if (!caller || !meta) return [refusal('UNAUTHENTICATED', 'Send connection_init first.')];
    if (Object.keys(subscriptions).length > parts.maxSubscriptionsPerSocket) {
      return [
        refusal(
          'RATE_LIMITED',
          `A socket holds at most ${parts.maxSubscriptionsPerSocket} subscriptions; end some, or open another socket.`,
        ),
      ];
    }
    const admitted = await parts.admit(caller, meta, payload);
    if (!('prepared' in admitted)) return admitted;
    const { prepared } = admitted;
    return {
      schema: prepared.supergraph.schema,
      document: prepared.document,
      operationName: prepared.operation.name?.value,
      contextValue: admitted,
      rootValue: caller,
    };
  };

  /** An operation that fails must not take the socket and everybody on it along. */
  const masked = (error: unknown): [GraphQLError] => {
    if (error instanceof GraphQLError) return [error];
    const requestId = randomUUID();
    parts.log.error({ err: error, requestId }, 'an operation over a socket failed');
    return [
      new GraphQLError(`Internal error. Quote request ${requestId} to support.`, {
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      }),
    ];
  };

  const subscribe = async (args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult>> => {
    const request = requestOf(args);
    const key = sharingKey(args.rootValue as Caller, request, request.prepared.document.loc?.source.body ?? '');
    return parts.subscriptions.join(key, request);
  };

  return {
    onConnect,
    onSubscribe: (context: SocketContext, payload: SocketOperation) => onSubscribe(context, payload).catch(masked),
    subscribe: (args: ExecutionArgs) => subscribe(args).catch((error: unknown) => failedStream(masked(error)[0])),
    execute: (args: ExecutionArgs): Promise<ExecutionResult> => {
      const { prepared, variables, context } = requestOf(args);
      return parts.run(prepared, { variables, context }).catch((error: unknown) => ({ errors: masked(error) }));
    },
  };
};
