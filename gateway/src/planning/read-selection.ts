import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { type CostNode, costOfField } from './cost.ts';
import type { SupergraphVersion } from './supergraph-version.ts';

/** A selected field that only holders of one of `scopes` may use. */
export interface GuardedField {
  /** `Type.field` */
  readonly coordinate: string;
  /** Where the document asks for it first, as response names. */
  readonly path: readonly string[];
  readonly scopes: readonly string[];
}

interface Walk {
  readonly supergraph: SupergraphVersion;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly guarded: Map<string, GuardedField>;
  introspects: boolean;
}

interface Place {
  readonly type: GraphQLCompositeType;
  readonly path: readonly string[];
  readonly parentIsPage: boolean;
  readonly isMutation: boolean;
}

const walkField = (walk: Walk, field: FieldNode, place: Place): CostNode | undefined => {
  const { type } = place;
  if (field.name.value === '__schema' || field.name.value === '__type') walk.introspects = true;
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
  if (!definition) return undefined;
  const path = [...place.path, field.alias?.value ?? field.name.value];
  const coordinate = `${type.name}.${field.name.value}`;
  const scopes = walk.supergraph.access.get(coordinate);
  if (scopes && !walk.guarded.has(coordinate)) walk.guarded.set(coordinate, { coordinate, path, scopes });
  const cost = costOfField(field, definition, place);
  const inner = getNamedType(definition.type);
  if (field.selectionSet && isCompositeType(inner)) {
    cost.children.push(
      ...walkSelections(walk, field.selectionSet, {
        type: inner,
        path,
        parentIsPage: isPage(definition),
        isMutation: false,
      }),
    );
  }
  return cost;
};

/** A field with page arguments multiplies by itself: the lists right below it (`edges`, `nodes`) are that page. */
const isPage = (definition: GraphQLField<unknown, unknown>): boolean =>
  definition.args.some(({ name }) => name === 'first' || name === 'last');

const walkSelections = (walk: Walk, set: SelectionSetNode, place: Place): CostNode[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return walkField(walk, selection, place) ?? [];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments[selection.name.value] : selection;
    if (!fragment) return [];
    const condition = fragment.typeCondition?.name.value;
    const type = condition ? walk.supergraph.schema.getType(condition) : place.type;
    return isCompositeType(type) ? walkSelections(walk, fragment.selectionSet, { ...place, type }) : [];
  });

/** What policy needs to know of an operation. */
export interface SelectionFacts {
  readonly guarded: readonly GuardedField[];
  readonly costs: readonly CostNode[];
  readonly introspects: boolean;
}

/** Walks a valid operation once, fragments included, and reads what policy needs: guarded fields and costs. */
export const readSelection = (
  supergraph: SupergraphVersion,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): SelectionFacts => {
  const walk: Walk = { supergraph, fragments, guarded: new Map(), introspects: false };
  const root = supergraph.schema.getRootType(operation.operation);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const costs = root
    ? walkSelections(walk, operation.selectionSet, { type: root, path: [], parentIsPage: false, isMutation })
    : [];
  return { guarded: [...walk.guarded.values()], costs, introspects: walk.introspects };
};
