import type { Logger } from '@vitrina/platform/logging';
import { currentTraceparent, metrics, runInTrace } from '@vitrina/platform/observability';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { maskError } from '../errors/graphql-errors.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { ExecuteOperation, Execution } from './execute-operation.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** Executes an admitted operation; errors in the answer are already what the client may see. */
export type RunOperation = (
  prepared: PreparedOperation,
  execution: Omit<Execution, 'client'>,
) => Promise<ExecutionResult>;

const measured = async (
  prepared: PreparedOperation,
  traceparent: string | undefined,
  work: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> => {
  const stop = metrics.graphqlRequestSeconds.startTimer({ service: 'gateway', operation_type: prepared.kind });
  const result = await runInTrace(traceparent, `gateway ${prepared.kind}`, work);
  stop({ outcome: result.errors?.length ? 'errors' : 'ok' });
  return result;
};

/** Binds an executor to the subgraphs it calls. */
export const createRunOperation =
  (execute: ExecuteOperation, client: SubgraphClient, log: Logger): RunOperation =>
  async (prepared, execution) => {
    const { requestId } = execution.context.meta;
    const result = await measured(prepared, execution.context.traceparent, () => {
      const context = { ...execution.context, traceparent: currentTraceparent() ?? execution.context.traceparent };
      return execute(prepared, { ...execution, context, client });
    });
    if (!result.errors?.length) return result;
    const errors = result.errors.map((error) => {
      const { message, path, extensions } = maskError(error.toJSON(), requestId, log);
      // Part of an answer never decides the status of the whole.
      const { http: _status, ...kept } = { ...extensions };
      return new GraphQLError(message, { path: path ? [...path] : null, extensions: kept });
    });
    return { ...result, errors };
  };
