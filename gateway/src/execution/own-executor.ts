import { type ExecutionResult, Kind, visit } from 'graphql';
import type { Variables } from '../planning/cost.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { ExecuteOperation } from './execute-operation.ts';
import type { Entity } from './plan/entity.ts';
import { mergeRootAnswer, type PlanRun, runNode } from './plan/run-plan.ts';
import { supportsPlan } from './plan/supports-plan.ts';
import { completeAnswer } from './shape/complete.ts';
import { createShape, type Shape } from './shape/shape.ts';
import { executeWithStock } from './stock-executor.ts';

interface Readied {
  readonly supported: boolean;
  shapeFor(variables: Variables): Shape;
}

/** Names of the variables that decide what is selected. */
const decidingVariables = ({ operation, fragments }: PreparedOperation): string[] => {
  const names = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, {
      Directive: (directive) => {
        if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
        for (const { value } of directive.arguments ?? [])
          if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names].sort();
};

/** At most this many combinations of conditions are remembered per operation. */
const maxShapes = 64;

const ready = (prepared: PreparedOperation): Readied => {
  const { supergraph, operation, fragments } = prepared;
  const root = supergraph.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const deciding = decidingVariables(prepared);
  const shapes = new Map<string, Shape>();
  return {
    supported: !prepared.introspects && supportsPlan(prepared.plan()),
    shapeFor: (variables) => {
      const key = deciding.map((name) => (variables[name] ? '1' : '0')).join('');
      const known = shapes.get(key);
      if (known) return known;
      const decided = Object.fromEntries(deciding.map((name) => [name, Boolean(variables[name])]));
      const shape = createShape({ schema: supergraph.schema, fragments, variables: decided }, root, [
        operation.selectionSet,
      ]);
      if (shapes.size < maxShapes) shapes.set(key, shape);
      return shape;
    },
  };
};

const readied = new WeakMap<PreparedOperation, Readied>();

const readiedFor = (prepared: PreparedOperation): Readied => {
  const known = readied.get(prepared);
  if (known) return known;
  const made = ready(prepared);
  readied.set(prepared, made);
  return made;
};

const runPlan = async (
  run: PlanRun,
  prepared: PreparedOperation,
  event: Parameters<ExecuteOperation>[1]['event'],
): Promise<void> => {
  const { node } = prepared.plan();
  if (!node) return;
  const cursor = { path: [], entities: [run.root] };
  if (node.kind !== 'Subscription') return runNode(run, node, cursor);
  if (event) mergeRootAnswer(run, node.primary, cursor, event);
  if (node.rest) await runNode(run, node.rest, cursor);
};

/**
 * Runs the official planner's plans with about half the work of the stock executor: what depends on the document alone
 * (the shape of the answer) is worked out once, and equal entities are asked for once. Plans with features we do not
 * take on go to the stock executor.
 */
export const executeWithOwn: ExecuteOperation = async (prepared, execution) => {
  const { supported, shapeFor } = readiedFor(prepared);
  if (!supported) return executeWithStock(prepared, execution);
  const { variables, context, client, event } = execution;
  const root: Entity = {};
  const run: PlanRun = { schema: prepared.supergraph.fullSchema, variables, context, client, root, errors: [] };
  await runPlan(run, prepared, event);
  const { data, problems } = completeAnswer(root, shapeFor(variables));
  if (run.errors.length > 0) return { errors: run.errors, data };
  // A null that nobody gave a reason for is told apart from an error, as the stock executor does.
  const result: ExecutionResult =
    problems.length > 0
      ? { data, extensions: { valueCompletion: problems.map((problem) => problem.toJSON()) } }
      : { data };
  return result;
};
