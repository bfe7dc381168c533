import { executeQueryPlan } from '@apollo/gateway';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { ExecuteOperation } from './execute-operation.ts';

type StockArguments = Parameters<typeof executeQueryPlan>;

/**
 * Runs a plan by the executor that ships with the gateway. It answers whatever ours does not take on, and it is the
 * reference ours is compared to.
 */
export const executeWithStock: ExecuteOperation = async (prepared, { variables, context, client, event }) => {
  const { supergraph, operation, fragments } = prepared;
  const plan = prepared.plan();
  const services: StockArguments[1] = {};
  for (const name of supergraph.subgraphs) {
    services[name] = {
      process: async ({ request }) => {
        if (event && request.query === primaryQuery(plan)) return event as never;
        const kind = (request.query ?? '').startsWith('mutation') ? 'mutation' : 'query';
        return (await client.execute({
          subgraph: name,
          kind: kind as typeof prepared.kind,
          query: request.query ?? '',
          operationName: request.operationName ?? undefined,
          variables: request.variables ?? {},
          context,
        })) as never;
      },
    };
  }
  const node =
    plan.node?.kind === 'Subscription'
      ? { kind: 'Sequence' as const, nodes: plan.node.rest ? [plan.node.primary, plan.node.rest] : [plan.node.primary] }
      : plan.node;
  const requestContext = {
    request: { variables },
    metrics: {},
    context: {},
    logger: console,
  } as unknown as StockArguments[2];
  const operationContext = { schema: supergraph.schema, operation, fragments: { ...fragments } };
  const result = await executeQueryPlan(
    { kind: 'QueryPlan', ...(node && { node }) },
    services,
    requestContext,
    operationContext,
    supergraph.fullSchema,
    supergraph.apiSchema,
  );
  return { ...result, ...(result.errors && { errors: result.errors.map(asGraphQLError) }) } as ExecutionResult;
};

const primaryQuery = (plan: { node?: { kind: string } | undefined }): string | undefined =>
  plan.node?.kind === 'Subscription'
    ? (plan.node as unknown as { primary: { operation: string } }).primary.operation
    : undefined;

const asGraphQLError = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
