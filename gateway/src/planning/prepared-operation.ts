import { type Operation, operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from 'graphql';
import { refuseCardInDocument } from '../limits/refuse-card-numbers.ts';
import { sumCost, type Variables } from './cost.ts';
import { type GuardedField, readSelection } from './read-selection.ts';
import type { SupergraphVersion } from './supergraph-version.ts';

/** An operation of a valid document with everything that depends on its text alone. */
export interface PreparedOperation {
  readonly supergraph: SupergraphVersion;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly kind: OperationTypeNode;
  /** Name for logs and metrics; `anonymous` when it has none. */
  readonly name: string;
  /** Fields that need a scope, each once. */
  readonly guarded: readonly GuardedField[];
  /** True when it asks for the schema itself. */
  readonly introspects: boolean;
  /** The refusal of a card number written into the document. */
  readonly cardInDocument: GraphQLError | undefined;
  /** Objects the services have to resolve, for these variables. */
  cost(variables: Variables): number;
  /** Planned at first use. */
  plan(): QueryPlan;
  /** The operation in the planner's representation; what an answer is shaped by. */
  planned(): Operation;
}

const findOperation = (document: DocumentNode, operationName: string | undefined): OperationDefinitionNode => {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const found = operationName
    ? operations.find(({ name }) => name?.value === operationName)
    : operations.length === 1
      ? operations[0]
      : undefined;
  if (found) return found;
  const message = operationName
    ? `There is no operation named "${operationName}" in this document.`
    : 'Say which operation of the document to run: set "operationName".';
  throw new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Reads an operation once: its guarded fields, its open cost; the plan is made when it is first executed. */
export const prepareOperation = (
  supergraph: SupergraphVersion,
  document: DocumentNode,
  operationName: string | undefined,
): PreparedOperation => {
  const operation = findOperation(document, operationName);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const { guarded, costs, introspects } = readSelection(supergraph, operation, fragments);
  const own: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
  const planned = once(() => operationFromDocument(supergraph.apiSchema, own, { validate: false }));
  return {
    supergraph,
    document,
    operation,
    fragments,
    kind: operation.operation,
    name: operation.name?.value ?? 'anonymous',
    guarded,
    introspects,
    cardInDocument: refuseCardInDocument(supergraph.schema, own),
    cost: (variables) => Math.max(1, sumCost(costs, variables)),
    plan: once(() => supergraph.planner.buildQueryPlan(planned())),
    planned,
  };
};
