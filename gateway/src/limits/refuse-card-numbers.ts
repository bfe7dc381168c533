import type { GraphQLError } from 'graphql';
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { refusal } from '../errors/graphql-errors.ts';
import { containsCardNumber, isTradeItemNumber } from './card-number.ts';

/** Scalars whose values look like card numbers and are not: trade item numbers. */
const exemptScalars = new Set(['GTIN', 'Gtin']);

/** Names of fields and arguments that carry trade item numbers as plain strings. */
const tradeItemFields = new Set(['gtin', 'ean', 'barcode']);

const isExempt = (type: GraphQLInputType | undefined | null): boolean =>
  !!type && exemptScalars.has(getNamedType(type).name);

const refused = (path: readonly (string | number)[]): GraphQLError =>
  refusal(
    'CARD_NUMBER_REFUSED',
    'A card number was sent. Card numbers go to the payment provider only: take a payment method token from its form and send that.',
    {
      extensions: { field: path },
    },
  );

const findIn = (
  value: unknown,
  type: GraphQLInputType | undefined,
  path: readonly (string | number)[],
): readonly (string | number)[] | undefined => {
  if (typeof value === 'string') return !isExempt(type) && containsCardNumber(value) ? path : undefined;
  if (typeof value === 'number')
    return value >= 1e12 && !isExempt(type) && containsCardNumber(String(value)) ? path : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  const inner = type && getNullableType(type);
  if (Array.isArray(value)) {
    const itemType = isListType(inner) ? (inner.ofType as GraphQLInputType) : inner;
    return firstFound(value.map((item, index) => () => findIn(item, itemType, [...path, index])));
  }
  const fields = isInputObjectType(inner) ? inner.getFields() : {};
  const looked = Object.entries(value).filter(([key, item]) => !(tradeItemFields.has(key) && isTradeItemNumber(item)));
  return firstFound(
    looked.map(
      ([key, item]) =>
        () =>
          findIn(item, fields[key]?.type, [...path, key]),
    ),
  );
};

const firstFound = <T>(searches: readonly (() => T | undefined)[]): T | undefined => {
  for (const search of searches) {
    const found = search();
    if (found !== undefined) return found;
  }
  return undefined;
};

type VariableTypes = ReadonlyMap<string, GraphQLInputType | undefined>;
const knownTypes = new WeakMap<OperationDefinitionNode, { readonly schema: GraphQLSchema; types: VariableTypes }>();

/** Declared types of an operation's variables; worked out once, an operation belongs to one schema. */
const variableTypesOf = (schema: GraphQLSchema, operation: OperationDefinitionNode): VariableTypes => {
  const known = knownTypes.get(operation);
  if (known?.schema === schema) return known.types;
  const types = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      typeFromAST(schema, type as never) as GraphQLInputType | undefined,
    ]),
  );
  knownTypes.set(operation, { schema, types });
  return types;
};

/** Looks through the variables of one request, by their declared types. Undeclared ones are looked through as well. */
export const refuseCardInVariables = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | undefined => {
  const types = variableTypesOf(schema, operation);
  for (const [name, value] of Object.entries(variables)) {
    const found = findIn(value, types.get(name), [name]);
    if (found) return refused(found);
  }
  return undefined;
};

/** Looks through the literals of a document; done once per document. */
export const refuseCardInDocument = (schema: GraphQLSchema, document: DocumentNode): GraphQLError | undefined => {
  const typeInfo = new TypeInfo(schema);
  let found = false;
  const look = (text: string) => {
    if (!isExempt(typeInfo.getInputType()) && containsCardNumber(text)) found = true;
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      StringValue: ({ value }) => look(value),
      IntValue: ({ value }) => look(value),
    }),
  );
  return found ? refused(['query']) : undefined;
};
