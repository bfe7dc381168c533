import { createHash } from 'node:crypto';
import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, Kind, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { readAccessRules } from './access-rules.ts';
import { type PreparedOperation, prepareOperation } from './prepared-operation.ts';
import type { SupergraphVersion } from './supergraph-version.ts';

/**
 * One version of the supergraph, ready to plan. It never changes: a reload makes another one, and whatever was begun
 * on this one (a request, a subscription) ends on it.
 */
export interface PlannedSupergraph extends SupergraphVersion {
  /** Prepares an operation of a valid document; remembered per document text and operation name. */
  prepare(source: {
    readonly document: DocumentNode;
    readonly hash: string;
    readonly operationName?: string | null | undefined;
  }): PreparedOperation;
}

/** How much planning a supergraph allows and remembers. */
export interface PlanningLimits {
  /** Prepared operations (document, plan, cost) kept in memory. */
  readonly rememberedOperations: number;
  /** Alternatives the planner may weigh before it takes the best so far. */
  readonly maxEvaluatedPlans: number;
  /** Ways it may consider to one field. */
  readonly pathsLimit: number;
}

/** Bounds that no registered operation comes near and that hold a hostile document to milliseconds. */
const defaultPlanningLimits: PlanningLimits = {
  rememberedOperations: 2_000,
  maxEvaluatedPlans: 500,
  pathsLimit: 100,
};

/** A document with one operation is the same operation whether its name is sent along or not. */
const nameThatMatters = (document: DocumentNode, operationName: string | null | undefined): string => {
  if (!operationName) return '';
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 && operations[0]?.name?.value === operationName ? '' : operationName;
};

/** Builds a planner over a supergraph; throws when the SDL is not a supergraph this planner supports. */
export const planSupergraph = (sdl: string, limits: PlanningLimits = defaultPlanningLimits): PlannedSupergraph => {
  const document = parse(sdl, { noLocation: true });
  const supergraph = Supergraph.build(document, { validateSupergraph: true });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, {
    debug: { maxEvaluatedPlans: limits.maxEvaluatedPlans, pathsLimit: limits.pathsLimit },
  });
  const remembered = new LRUCache<string, PreparedOperation>({ max: limits.rememberedOperations });
  const version: SupergraphVersion = {
    id: createHash('sha256').update(sdl).digest('hex'),
    sdl,
    schema: apiSchema.toGraphQLJSSchema(),
    fullSchema: supergraph.schema.toGraphQLJSSchema(),
    apiSchema,
    planner,
    subgraphs: supergraph.subgraphsMetadata().map(({ name }) => name),
    access: readAccessRules(document),
  };
  return {
    ...version,
    prepare: (source) => {
      const key = `${source.hash}:${nameThatMatters(source.document, source.operationName)}`;
      const known = remembered.get(key);
      if (known) return known;
      const prepared = prepareOperation(version, source.document, source.operationName ?? undefined);
      remembered.set(key, prepared);
      return prepared;
    },
  };
};
