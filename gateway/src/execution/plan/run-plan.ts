import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLSchema, type OperationTypeNode } from 'graphql';
import type { Variables } from '../../planning/cost.ts';
import type { CallContext, SubgraphError, SubgraphResult } from '../call.ts';
import type { SubgraphClient } from '../subgraph-client.ts';
import { concretePaths, type Entity, entitiesAt, isEntity, mergeEntity } from './entity.ts';
import { representationsOf } from './representations.ts';

/** One run of a plan. */
export interface PlanRun {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
  readonly context: CallContext;
  readonly client: SubgraphClient;
  /** What has been put together so far, unshaped. */
  readonly root: Entity;
  readonly errors: GraphQLError[];
}

interface Cursor {
  readonly path: readonly (string | number)[];
  readonly entities: readonly Entity[];
}

type ErrorPath = (path: readonly (string | number)[] | undefined) => readonly (string | number)[] | undefined;

const addErrors = (
  run: PlanRun,
  fetch: FetchNode,
  errors: readonly SubgraphError[] | undefined,
  pathOf: ErrorPath,
): void => {
  for (const { message, path, extensions } of errors ?? []) {
    const located = pathOf(path);
    run.errors.push(
      new GraphQLError(message, {
        path: located ? [...located] : null,
        extensions: { ...extensions, serviceName: fetch.serviceName },
      }),
    );
  }
};

const usedVariables = (run: PlanRun, fetch: FetchNode): Record<string, unknown> => {
  const used: Record<string, unknown> = {};
  for (const name of fetch.variableUsages ?? []) {
    const value = run.variables[name];
    if (value !== undefined) used[name] = value;
  }
  return used;
};

const ask = (run: PlanRun, fetch: FetchNode, variables: Record<string, unknown>): Promise<SubgraphResult> =>
  run.client.execute({
    subgraph: fetch.serviceName,
    kind: fetch.operationKind as OperationTypeNode,
    query: fetch.operation,
    operationName: fetch.operationName,
    variables,
    context: run.context,
  });

/** Merges the answer of a fetch that needs nothing from others into everything it stands for. */
export const mergeRootAnswer = (
  run: PlanRun,
  fetch: FetchNode,
  cursor: Cursor,
  { data, errors }: SubgraphResult,
): void => {
  if (data) for (const entity of cursor.entities) mergeEntity(entity, data);
  if (errors) addErrors(run, fetch, errors, (path) => (path ? [...cursor.path, ...path] : undefined));
};

/** Where in the whole answer an error of `_entities` belongs: the first place that asked for that representation. */
const entityErrorPath = (run: PlanRun, cursor: Cursor, targets: readonly Entity[][]): ErrorPath => {
  const places = concretePaths(run.root, cursor.path);
  return (path) => {
    if (path?.[0] !== '_entities' || typeof path[1] !== 'number') return path ? [...cursor.path, ...path] : undefined;
    const place = places.get(targets[path[1]]?.[0]);
    return [...(place ?? cursor.path), ...path.slice(2)];
  };
};

const fetchEntities = async (run: PlanRun, fetch: FetchNode, cursor: Cursor): Promise<void> => {
  const { list, targets } = representationsOf(run.schema, cursor.entities, fetch.requires ?? []);
  if (list.length === 0) return;
  const { data, errors } = await ask(
    run,
    fetch,
    Object.assign({}, usedVariables(run, fetch), { representations: list }),
  );
  if (errors?.length) addErrors(run, fetch, errors, entityErrorPath(run, cursor, targets));
  if (!data) return;
  const received = data['_entities'];
  if (!Array.isArray(received) || received.length !== list.length)
    throw new Error(`${fetch.serviceName} answered ${list.length} representations with something else.`);
  for (const [index, entity] of received.entries()) {
    if (!isEntity(entity)) continue;
    for (const target of targets[index] ?? []) mergeEntity(target, entity);
  }
};

const runFetch = async (run: PlanRun, fetch: FetchNode, cursor: Cursor): Promise<void> => {
  if (cursor.entities.length === 0) return;
  if (fetch.requires) return fetchEntities(run, fetch, cursor);
  mergeRootAnswer(run, fetch, cursor, await ask(run, fetch, usedVariables(run, fetch)));
};

const branchOf = (run: PlanRun, node: ConditionNode): PlanNode | undefined =>
  run.variables[node.condition] ? node.ifClause : node.elseClause;

const isList = (node: PlanNode): node is Extract<PlanNode, { nodes: PlanNode[] }> =>
  node.kind === 'Sequence' || node.kind === 'Parallel';

/** Runs one node of a plan; a defect while fetching becomes an error of the answer, the rest goes on. */
export const runNode = async (run: PlanRun, node: PlanNode, cursor: Cursor): Promise<void> => {
  if (node.kind === 'Fetch') {
    await runFetch(run, node, cursor).catch((error: unknown) => {
      run.errors.push(new GraphQLError(`Fetching from ${node.serviceName} failed.`, { originalError: error as Error }));
    });
  } else if (node.kind === 'Flatten') {
    const entities = entitiesAt(cursor.entities, node.path);
    if (entities.length > 0) await runNode(run, node.node, { path: [...cursor.path, ...node.path], entities });
  } else if (isList(node)) {
    if (node.kind === 'Parallel') await Promise.all(node.nodes.map((child) => runNode(run, child, cursor)));
    else for (const child of node.nodes) await runNode(run, child, cursor);
  } else if (node.kind === 'Condition') {
    const branch = branchOf(run, node);
    if (branch) await runNode(run, branch, cursor);
  }
};
