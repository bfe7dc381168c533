import type { CookieEffect, RequestMeta } from '@vitrina/platform/subgraph';
import type { OperationTypeNode } from 'graphql';

/** What every sub-request of one client request shares. */
export interface CallContext {
  /** Signs the caller's identity for the subgraphs; the token is remembered by its signer. */
  readonly token: () => Promise<string>;
  readonly meta: RequestMeta;
  /** Cookies that resolvers asked for; the transport that answers the client sets them. */
  readonly cookies: CookieEffect[];
  /** Aborts when the client went away or the whole request took too long. */
  readonly signal?: AbortSignal | undefined;
  /** W3C trace context of the request. */
  readonly traceparent?: string | undefined;
  /** True for what came over a client's socket: its writes may go on over the socket to the subgraph. */
  readonly overSocket?: boolean | undefined;
}

/** One sub-request to one subgraph. */
export interface SubgraphCall {
  readonly subgraph: string;
  readonly kind: OperationTypeNode;
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly context: CallContext;
}

/** An error as a subgraph reports it. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What a subgraph answered. */
export interface SubgraphResult {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly SubgraphError[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** How a subgraph is reached. `execute` rejects with {@link SubgraphUnreachable} when there was no GraphQL answer. */
export interface SubgraphTransport {
  execute(call: SubgraphCall): Promise<SubgraphResult>;
  /** Opens a subscription; a refusal is a result, not an iterator. */
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<SubgraphResult> | SubgraphResult>;
  /** True when the subgraph says it can serve. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** There was no answer: connection refused, timeout, not GraphQL. What a write did is then unknown. */
export class SubgraphUnreachable extends Error {
  override readonly name = 'SubgraphUnreachable';
  readonly subgraph: string;
  /** True when the request certainly never reached the subgraph. */
  readonly beforeSending: boolean;
  /** True when the gateway stopped waiting. */
  readonly timedOut: boolean;

  constructor(
    subgraph: string,
    reason: string,
    options: { readonly beforeSending?: boolean; readonly timedOut?: boolean; readonly cause?: unknown } = {},
  ) {
    super(`${subgraph}: ${reason}`, { cause: options.cause });
    this.subgraph = subgraph;
    this.beforeSending = options.beforeSending ?? false;
    this.timedOut = options.timedOut ?? false;
  }
}

/** Meta for one subgraph: the refresh token is for identity alone. */
export const metaFor = (subgraph: string, { refreshToken, ...meta }: RequestMeta): RequestMeta =>
  subgraph === 'identity' && refreshToken !== undefined ? { ...meta, refreshToken } : meta;

/** The signal a sub-request obeys: a write that was begun is not broken off because its caller hung up. */
export const signalOf = (call: SubgraphCall): AbortSignal | undefined =>
  call.kind === 'mutation' ? undefined : call.context.signal;
