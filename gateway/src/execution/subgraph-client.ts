import type { Clock } from '@vitrina/platform/clock';
import type { Logger } from '@vitrina/platform/logging';
import { type OpenSpan, openSpan } from '@vitrina/platform/observability';
import type { CookieEffect } from '@vitrina/platform/subgraph';
import { OperationTypeNode } from 'graphql';
import {
  type SubgraphCall,
  type SubgraphResult,
  type SubgraphTransport,
  SubgraphUnreachable,
  signalOf,
} from './call.ts';
import { type CircuitBreaker, type CircuitOptions, circuitBreaker } from './circuit-breaker.ts';
import { Patience } from './patience.ts';

/** One sub-request that was made; tests count them, so an N+1 across subgraphs shows. */
export interface SubgraphFetch {
  readonly subgraph: string;
  readonly kind: OperationTypeNode;
  readonly query: string;
  readonly requestId: string;
  readonly milliseconds: number;
  readonly failed: boolean;
}

/** Calls subgraphs, whatever their transport: with a time limit, one retry of reads, and an answer when they are dead. */
export interface SubgraphClient {
  /** Never rejects: a subgraph that gives no answer yields an UNAVAILABLE error. */
  execute(call: SubgraphCall): Promise<SubgraphResult>;
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<SubgraphResult> | SubgraphResult>;
  /** Names of subgraphs that do not say they are ready. */
  notReady(): Promise<string[]>;
  close(): Promise<void>;
}

export interface SubgraphClientOptions {
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly timeoutMs: number;
  readonly circuit?: CircuitOptions;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onSubgraphFetch?: ((fetch: SubgraphFetch) => void) | undefined;
}

const unavailable = (call: SubgraphCall): SubgraphResult => {
  const unknown =
    call.kind === OperationTypeNode.MUTATION
      ? ' Whether it took effect is unknown: look before you repeat it, or repeat it with the same idempotency key.'
      : '';
  const message = `The ${call.subgraph} service does not answer right now; the other parts of this answer are complete. Try again in a moment.${unknown}`;
  return {
    data: null,
    errors: [{ message, extensions: { code: 'UNAVAILABLE', service: call.subgraph, retryAfterSeconds: 1 } }],
  };
};

/** The sub-request's span is the parent of whatever the subgraph does. */
const traced = (call: SubgraphCall, { traceparent }: OpenSpan): SubgraphCall => {
  const { token, meta, cookies, signal, overSocket } = call.context;
  return { ...call, context: { token, meta, cookies, signal, overSocket, traceparent } };
};

const timeLimit = (timeoutMs: number) => {
  const patience = new Patience(timeoutMs);
  return <T>(subgraph: string, work: Promise<T>): Promise<T> =>
    patience.within(
      work,
      () => new SubgraphUnreachable(subgraph, `did not answer within ${timeoutMs} ms`, { timedOut: true }),
    );
};

/** Nobody waits any more: a stream that opens late would deliver to nobody for ever. */
const endOnceOpen = (opening: ReturnType<SubgraphTransport['subscribe']>): void => {
  const end = async () => {
    const opened = await opening;
    if (Symbol.asyncIterator in opened) await opened.return?.();
  };
  end().catch(() => undefined);
};

/** Names of those that do not say they are ready. */
const notReadyOf = async (transports: ReadonlyMap<string, SubgraphTransport>): Promise<string[]> => {
  const states = await Promise.all(
    [...transports].map(async ([name, transport]) => ({ name, ready: await transport.ready().catch(() => false) })),
  );
  return states.filter(({ ready }) => !ready).map(({ name }) => name);
};

/** Makes the client over one transport per subgraph. */
export const subgraphClient = (options: SubgraphClientOptions): SubgraphClient => {
  const breakers = new Map<string, CircuitBreaker>();
  for (const name of options.transports.keys()) breakers.set(name, circuitBreaker(options.clock, options.circuit));
  const withTimeout = timeLimit(options.timeoutMs);

  const attempt = async (call: SubgraphCall, transport: SubgraphTransport): Promise<SubgraphResult> => {
    const started = performance.now();
    const span = openSpan(call.context.traceparent, `fetch ${call.subgraph}`);
    let failed = true;
    try {
      const result = await withTimeout(call.subgraph, transport.execute(traced(call, span)));
      failed = false;
      span.end();
      return result;
    } catch (error) {
      span.end(error);
      throw error;
    } finally {
      const { subgraph, kind, query, context } = call;
      options.onSubgraphFetch?.({
        subgraph,
        kind,
        query,
        requestId: context.meta.requestId,
        milliseconds: performance.now() - started,
        failed,
      });
    }
  };

  // Reads only, or what never left. After a time-out a second try would double the client's wait.
  const retryable = (call: SubgraphCall, error: unknown): boolean =>
    error instanceof SubgraphUnreachable &&
    !error.timedOut &&
    (error.beforeSending || call.kind === OperationTypeNode.QUERY) &&
    !signalOf(call)?.aborted;

  const execute = async (call: SubgraphCall): Promise<SubgraphResult> => {
    const transport = options.transports.get(call.subgraph);
    const breaker = breakers.get(call.subgraph);
    if (!transport || !breaker?.allows()) return unavailable(call);
    try {
      const result = await attempt(call, transport).catch((error: unknown) => {
        if (!retryable(call, error)) throw error;
        return attempt(call, transport);
      });
      breaker.succeeded();
      collectCookies(result, call.context.cookies);
      return result;
    } catch (error) {
      if (!(error instanceof SubgraphUnreachable)) throw error;
      if (!signalOf(call)?.aborted) {
        breaker.failed();
        options.log.warn(
          {
            subgraph: call.subgraph,
            reason: error.message,
            requestId: call.context.meta.requestId,
            traceId: call.context.traceparent?.split('-')[1],
          },
          'a subgraph gave no answer',
        );
      }
      return unavailable(call);
    }
  };

  return {
    execute,
    subscribe: async (call) => {
      const transport = options.transports.get(call.subgraph);
      if (!transport) return unavailable(call);
      const opening = transport.subscribe(call);
      try {
        return await withTimeout(call.subgraph, opening);
      } catch (error) {
        if (!(error instanceof SubgraphUnreachable)) throw error;
        endOnceOpen(opening);
        options.log.warn({ subgraph: call.subgraph, reason: error.message }, 'a subgraph opened no subscription');
        return unavailable(call);
      }
    },
    notReady: () => notReadyOf(options.transports),
    close: async () => {
      await Promise.all([...options.transports.values()].map((transport) => transport.close()));
    },
  };
};

const collectCookies = (result: SubgraphResult, cookies: CookieEffect[]): void => {
  const set = result.extensions?.['setCookies'];
  if (Array.isArray(set)) cookies.push(...(set as CookieEffect[]));
};
