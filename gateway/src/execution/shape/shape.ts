import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from '../../planning/cost.ts';

/** One field of an answer. */
export interface ShapedField {
  readonly key: string;
  /** Name in the schema; `__typename` is answered by the shape itself. */
  readonly name: string;
  readonly type: GraphQLOutputType;
  /** Selections below, for objects. */
  readonly shape: Shape | undefined;
}

/** What is selected of an object, by its type. Worked out at first need and then remembered. */
export interface Shape {
  /** The declared type. */
  readonly type: GraphQLCompositeType;
  fieldsOf(typename: string): readonly ShapedField[] | undefined;
}

interface Source {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables that `@skip` and `@include` read. */
  readonly variables: Variables;
}

const isIncluded = ({ variables }: Source, node: SelectionNode): boolean => {
  const values = { ...variables };
  if (getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] !== false;
};

const applies = (schema: GraphQLSchema, condition: string | undefined, type: GraphQLCompositeType): boolean => {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
};

type Collected = Map<string, { readonly name: string; readonly sets: SelectionSetNode[] }>;

const collect = (source: Source, type: GraphQLCompositeType, set: SelectionSetNode, into: Collected): void => {
  for (const selection of set.selections) {
    if (!isIncluded(source, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const field = into.get(key) ?? { name: selection.name.value, sets: [] };
      if (selection.selectionSet) field.sets.push(selection.selectionSet);
      into.set(key, field);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? source.fragments[selection.name.value] : selection;
    if (fragment && applies(source.schema, fragment.typeCondition?.name.value, type))
      collect(source, type, fragment.selectionSet, into);
  }
};

/** Makes the shape of selections on one declared type. */
export const createShape = (source: Source, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Shape => {
  const known = new Map<string, readonly ShapedField[] | undefined>();
  const fieldsFor = (typename: string): readonly ShapedField[] | undefined => {
    const runtime = source.schema.getType(typename);
    if (!isCompositeType(runtime)) return undefined;
    const collected: Collected = new Map();
    for (const set of sets) collect(source, runtime, set, collected);
    const definitions = isObjectType(runtime) || isInterfaceType(runtime) ? runtime.getFields() : {};
    return [...collected].flatMap(([key, field]): ShapedField[] => {
      if (field.name === '__typename') return [{ key, name: field.name, type: runtime as never, shape: undefined }];
      const definition = definitions[field.name];
      if (!definition) return [];
      const inner = getNamedType(definition.type);
      return [
        {
          key,
          name: field.name,
          type: definition.type,
          shape: isCompositeType(inner) ? createShape(source, inner, field.sets) : undefined,
        },
      ];
    });
  };
  return {
    type,
    fieldsOf: (typename) => {
      if (!known.has(typename)) known.set(typename, fieldsFor(typename));
      return known.get(typename);
    },
  };
};
