import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql';

/** Values of the request's variables, as they arrived. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * How much work a selection asks for, with list sizes still open. The cost of a field is the number of objects it
 * makes services resolve: `size × (weight + cost of what is selected below)`.
 */
export interface CostNode {
  readonly weight: number;
  readonly size: (variables: Variables) => number;
  readonly children: CostNode[];
}

/** Objects assumed in a list that says nothing about its size. */
const assumedListSize = 10;
/** Objects a connection gives when neither `first` nor `last` is said. */
const defaultPageSize = 20;
/** What one root field of a mutation costs: it locks, writes and publishes. */
const mutationWeight = 10;
/** Counting a whole list costs about as much as reading a short page of it. */
const countWeight = 5;

const one = () => 1;

const valueAt = (node: ValueNode, variables: Variables): unknown => {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.LIST) return node.values;
  return undefined;
};

const argument = (field: FieldNode, name: string): ArgumentNode | undefined =>
  field.arguments?.find((candidate) => candidate.name.value === name);

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

const pageSize = (field: FieldNode): CostNode['size'] => {
  const given = [argument(field, 'first'), argument(field, 'last')].filter((candidate) => candidate !== undefined);
  return (variables) => {
    const sizes = given
      .map(({ value }) => valueAt(value, variables))
      .filter((size) => typeof size === 'number' && Number.isFinite(size));
    return sizes.length === 0 ? defaultPageSize : Math.max(0, ...(sizes as number[]));
  };
};

const batchSize = (field: FieldNode, argumentName: string): CostNode['size'] => {
  const given = argument(field, argumentName);
  return (variables) => {
    const value = given && valueAt(given.value, variables);
    return Array.isArray(value) ? value.length : 1;
  };
};

/** How many objects a field yields: by its page arguments, by the list of ids it was given, or assumed. */
const sizeOf = (
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  parentIsPage: boolean,
): CostNode['size'] => {
  if (definition.args.some(({ name }) => name === 'first' || name === 'last')) return pageSize(field);
  if (!isList(definition.type) || parentIsPage) return one;
  const batch = definition.args.find(({ type }) => isListType(isNonNullType(type) ? type.ofType : type));
  return batch ? batchSize(field, batch.name) : () => assumedListSize;
};

/** The open cost of one field; its children are added by whoever walks the selection. */
export const costOfField = (
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  place: { readonly parentIsPage: boolean; readonly isMutation: boolean },
): CostNode => {
  const composite = isCompositeType(unwrap(definition.type));
  const weight = place.isMutation
    ? mutationWeight
    : composite
      ? 1
      : field.name.value === 'totalCount'
        ? countWeight
        : 0;
  return { weight, size: composite ? sizeOf(field, definition, place.parentIsPage) : one, children: [] };
};

const unwrap = (type: GraphQLOutputType): GraphQLOutputType => {
  let inner = type;
  while (isNonNullType(inner) || isListType(inner)) inner = inner.ofType;
  return inner;
};

/** Sums up a selection for the variables of one request. */
export const sumCost = (nodes: readonly CostNode[], variables: Variables): number => {
  let total = 0;
  for (const node of nodes) {
    if (node.weight === 0 && node.children.length === 0) continue;
    total += node.size(variables) * (node.weight + sumCost(node.children, variables));
  }
  return total;
};
