import type { Logger } from '@vitrina/platform/logging';
import { metrics, type OpenSpan, openSpan } from '@vitrina/platform/observability';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { maskError } from '../errors/graphql-errors.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { CallContext } from './call.ts';
import type { ExecuteOperation, Execution } from './execute-operation.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Executes an admitted operation; errors in the answer are already what the client may see. */
export type RunOperation = (
  prepared: PreparedOperation,
  execution: Omit<Execution, 'client'>,
) => Promise<ExecutionResult>;

/**
 * The context of one execution with its span, which is opened by the first sub-request that asks for a parent: most events
 * of a subscription need none. Handed on by hand, not as the active span: see `openSpan`.
 */
class TracedContext implements CallContext {
  readonly token: CallContext['token'];
  readonly meta: CallContext['meta'];
  readonly cookies: CallContext['cookies'];
  readonly signal: CallContext['signal'];
  readonly overSocket: CallContext['overSocket'];
  readonly #parent: string | undefined;
  readonly #kind: string;
  readonly #startedAt = Date.now();
  #span: OpenSpan | undefined;

  constructor({ token, meta, cookies, signal, overSocket, traceparent }: CallContext, kind: string) {
    this.token = token;
    this.meta = meta;
    this.cookies = cookies;
    this.signal = signal;
    this.overSocket = overSocket;
    this.#parent = traceparent;
    this.#kind = kind;
  }

  get traceparent(): string | undefined {
    this.#span ??= openSpan(this.#parent, `gateway ${this.#kind}`, this.#startedAt);
    return this.#span.traceparent;
  }

  get traceId(): string | undefined {
    return this.#span?.traceId;
  }

  end(error?: unknown): void {
    this.#span?.end(error);
  }
}

const observe = (kind: string, outcome: 'ok' | 'errors', startedAt: number): void =>
  metrics.graphqlRequestSeconds.observe(
    { service: 'gateway', operation_type: kind, outcome },
    (performance.now() - startedAt) / 1_000,
  );

/** Binds an executor to the subgraphs it calls. */
export const createRunOperation =
  (execute: ExecuteOperation, client: SubgraphClient, log: Logger): RunOperation =>
  async (prepared, execution) => {
    const { variables, event } = execution;
    const context = new TracedContext(execution.context, prepared.kind);
    const startedAt = performance.now();
    let result: ExecutionResult;
    try {
      result = await execute(prepared, { variables, event, context, client });
    } catch (error) {
      context.end(error);
      throw error;
    }
    context.end();
    observe(prepared.kind, result.errors?.length ? 'errors' : 'ok', startedAt);
    if (!result.errors?.length) return result;
    const traced = context.traceId ? log.child({ traceId: context.traceId }) : log;
    const errors = result.errors.map((error) => {
      const { message, path, extensions } = maskError(error.toJSON(), context.meta.requestId, traced);
      // Part of an answer never decides the status of the whole.
      const { http: _status, ...kept } = { ...extensions };
      return new GraphQLError(message, { path: path ? [...path] : null, extensions: kept });
    });
    return { ...result, errors };
  };
