import type { FetchNode } from '@apollo/query-planner';
import type { Logger } from '@vitrina/platform/logging';
import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import { maskError } from '../errors/graphql-errors.ts';
import type { CallContext, SubgraphResult } from '../execution/call.ts';
import type { RunOperation } from '../execution/run-operation.ts';
import type { SubgraphClient } from '../execution/subgraph-client.ts';
import type { Variables } from '../planning/cost.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';

/** What a subscription is opened with. */
export interface SubscriptionRequest {
  readonly prepared: PreparedOperation;
  readonly variables: Variables;
  readonly context: CallContext;
}

export interface SubscriptionParts {
  readonly client: SubgraphClient;
  readonly run: RunOperation;
  readonly log: Logger;
}

/** A running source and what turns its events into answers. */
export interface OpenedSubscription {
  readonly events: AsyncIterableIterator<SubgraphResult>;
  /** Completes one event: everything the primary subgraph did not send is fetched now, by the plan. */
  complete(event: SubgraphResult): Promise<ExecutionResult>;
  /** The error a source without data ends with. */
  failure(event: SubgraphResult): GraphQLError;
}

const primaryOf = (prepared: PreparedOperation): FetchNode => {
  const { node } = prepared.plan();
  if (node?.kind !== 'Subscription')
    throw new Error(`The plan of subscription "${prepared.name}" has no primary fetch.`);
  return node.primary;
};

const used = (variables: Variables, names: readonly string[] | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (names ?? []).filter((name) => variables[name] !== undefined).map((name) => [name, variables[name]]),
  );

/**
 * Opens a subscription by its plan: the planner says which subgraph owns the root field (primary) and what else has to
 * be fetched (rest). The primary runs on that subgraph; per event the plan runs with the event in place of the primary
 * fetch, so a subscription may select any federated field. Rejects with the refusal when the subgraph refuses.
 */
export const openSubscription = async (
  { client, run, log }: SubscriptionParts,
  request: SubscriptionRequest,
): Promise<OpenedSubscription> => {
  const { prepared, variables, context } = request;
  const primary = primaryOf(prepared);
  const failure = (event: SubgraphResult): GraphQLError => {
    const [first] = event.errors ?? [];
    const { message, extensions } = maskError(
      { message: first?.message ?? 'The source ended without an event.', extensions: { ...first?.extensions } },
      context.meta.requestId,
      log,
    );
    return new GraphQLError(message, { extensions: { ...extensions } });
  };
  const opened = await client.subscribe({
    subgraph: primary.serviceName,
    kind: OperationTypeNode.SUBSCRIPTION,
    query: primary.operation,
    operationName: primary.operationName,
    variables: used(variables, primary.variableUsages),
    context,
  });
  if (!(Symbol.asyncIterator in opened)) throw failure(opened);
  return { events: opened, complete: (event) => run(prepared, { variables, context, event }), failure };
};
