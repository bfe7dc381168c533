import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLOutputType,
  GraphQLString,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Entity } from '../plan/entity.ts';
import type { Shape, ShapedField } from './shape.ts';

interface Completion {
  readonly problems: GraphQLError[];
  /** Path of the value in hand; copied when a problem is noted. */
  readonly path: (string | number)[];
}

/** Stands for a null where none is allowed: it makes its parent null. */
const forbiddenNull = Symbol('null where none is allowed');

const note = ({ problems, path }: Completion, message: string): void => {
  problems.push(new GraphQLError(message, { path: [...path], extensions: { code: 'INVALID_GRAPHQL' } }));
};

/** Whether a subgraph's leaf fits the API schema; values hidden from it do not. Custom scalars are the subgraph's word. */
const isValidLeaf = (value: unknown, type: GraphQLOutputType): boolean => {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  if (type === GraphQLString) return typeof value === 'string';
  if (type === GraphQLID) return typeof value === 'string' || Number.isInteger(value);
  if (type === GraphQLInt) return Number.isInteger(value);
  if (type === GraphQLFloat) return typeof value === 'number' && Number.isFinite(value);
  if (type === GraphQLBoolean) return typeof value === 'boolean';
  return true;
};

const completeList = (
  completion: Completion,
  value: unknown,
  itemType: GraphQLOutputType,
  shape: Shape | undefined,
): unknown => {
  if (!Array.isArray(value)) {
    note(completion, 'A list was expected.');
    return null;
  }
  const items: unknown[] = [];
  let broken = false;
  for (const [index, item] of value.entries()) {
    completion.path.push(index);
    const completed = completeValue(completion, item, itemType, shape);
    completion.path.pop();
    if (completed === forbiddenNull) broken = true;
    else items.push(completed);
  }
  return broken ? null : items;
};

const completeValue = (
  completion: Completion,
  value: unknown,
  type: GraphQLOutputType,
  shape: Shape | undefined,
): unknown => {
  if (isNonNullType(type)) {
    const noted = completion.problems.length;
    const completed = completeValue(completion, value, type.ofType as GraphQLOutputType, shape);
    if (completed !== null) return completed;
    if (completion.problems.length === noted) note(completion, `Cannot return null for non-nullable ${String(type)}.`);
    return forbiddenNull;
  }
  if (value === null || value === undefined) return null;
  if (isListType(type)) return completeList(completion, value, type.ofType as GraphQLOutputType, shape);
  if (shape) return completeObject(completion, value as Entity, shape);
  if (isValidLeaf(value, type)) return value;
  note(completion, `A value does not fit the type ${String(type)}.`);
  return null;
};

const typenameOf = (entity: Entity, shape: Shape): string => {
  const given = entity['__typename'];
  return typeof given === 'string' ? given : shape.type.name;
};

const completeField = (completion: Completion, entity: Entity, field: ShapedField, typename: string): unknown => {
  if (field.name === '__typename') return isObjectType(field.type) ? typename : forbiddenNull;
  completion.path.push(field.key);
  const completed = completeValue(completion, entity[field.key], field.type, field.shape);
  completion.path.pop();
  return completed;
};

const completeObject = (completion: Completion, entity: Entity, shape: Shape): Entity | null => {
  const typename = typenameOf(entity, shape);
  const fields = shape.fieldsOf(typename);
  if (!fields) {
    note(completion, 'An object of a type that is not part of the schema was found.');
    return null;
  }
  const completed: Entity = {};
  for (const field of fields) {
    const value = completeField(completion, entity, field, typename);
    if (value === forbiddenNull) return null;
    completed[field.key] = value;
  }
  return completed;
};

/**
 * Makes the answer out of what the subgraphs sent: exactly the selected fields, in the order of the selection, with
 * nulls spread as the schema's non-null types demand (GraphQL October 2021, section 6.4.4).
 */
export const completeAnswer = (
  data: Entity,
  shape: Shape,
): { data: Entity | null; problems: readonly GraphQLError[] } => {
  const completion: Completion = { problems: [], path: [] };
  return {
    data: completeObject(completion, { ...data, __typename: shape.type.name }, shape),
    problems: completion.problems,
  };
};
