import type { ExecutionResult } from 'graphql';
import type { Variables } from '../planning/cost.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { CallContext, SubgraphResult } from './call.ts';
import type { SubgraphClient } from './subgraph-client.ts';

/** What one execution of a prepared operation needs. */
export interface Execution {
  /** Values of the variables, already coerced by the API schema. */
  readonly variables: Variables;
  readonly context: CallContext;
  readonly client: SubgraphClient;
  /** For a subscription: what its primary subgraph just sent; everything else is fetched now. */
  readonly event?: SubgraphResult | undefined;
}

/** Runs the plan of an operation and shapes the answer. */
export type ExecuteOperation = (prepared: PreparedOperation, execution: Execution) => Promise<ExecutionResult>;
