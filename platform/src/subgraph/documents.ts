import {
  type DocumentNode,
  type GraphQLError,
  GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** A document, parsed, validated and compiled; of a subscription that is what runs per event. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly compiled: CompiledQuery | undefined;
  /** Values of variables that may be left out; the compiler would ask for those of non-null types. */
  readonly defaults: Readonly<Record<string, unknown>>;
}

const maxRememberedDocuments = 2_000;

const defaultsOf = (operation: OperationDefinitionNode | null | undefined): Record<string, unknown> =>
  Object.fromEntries(
    (operation?.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

/**
 * The schema as an event of a subscription sees it: the subscription's fields are the root of a query. The compiler only
 * knows how to open subscriptions, while what costs is the execution per event.
 */
const eventSchemaOf = (schema: GraphQLSchema): GraphQLSchema => {
  const { query: _query, mutation: _mutation, subscription, ...rest } = schema.toConfig();
  return new GraphQLSchema({ ...rest, query: subscription, assumeValid: true });
};

const asQuery = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION
      ? { ...definition, operation: OperationTypeNode.QUERY }
      : definition,
  ),
});

/** Parses, validates and compiles each document once, and remembers a bounded number of them. */
export const documentStore = (schema: GraphQLSchema) => {
  const store = new LRUCache<string, Prepared>({ max: maxRememberedDocuments });
  let eventSchema: GraphQLSchema | undefined;
  const compile = (document: DocumentNode, operation: OperationDefinitionNode | null | undefined, name?: string) => {
    const options = { disableLeafSerialization: false };
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return compileQuery(schema, document, name, options);
    eventSchema ??= eventSchemaOf(schema);
    return compileQuery(eventSchema, asQuery(document), name, options);
  };
  const prepare = (query: string, operationName: string | undefined): Prepared => {
    const document = parse(query);
    const errors = validate(schema, document);
    const operation = getOperationAST(document, operationName);
    const defaults = defaultsOf(operation);
    if (errors.length > 0) return { document, errors, defaults, compiled: undefined };
    const compiled = compile(document, operation, operationName);
    // What the compiler cannot do (it says so by returning a result) the reference executor does.
    return { document, errors, defaults, compiled: isCompiledQuery(compiled) ? compiled : undefined };
  };
  return (query: string, operationName: string | undefined): Prepared => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = store.get(key);
    if (known) return known;
    const made = prepare(query, operationName);
    store.set(key, made);
    return made;
  };
};
