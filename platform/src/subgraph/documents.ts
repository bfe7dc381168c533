import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** A document, parsed, validated and (unless it subscribes) compiled. */
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

/** Parses, validates and compiles each document once, and remembers a bounded number of them. */
export const documentStore = (schema: GraphQLSchema) => {
  const store = new LRUCache<string, Prepared>({ max: maxRememberedDocuments });
  const prepare = (query: string, operationName: string | undefined): Prepared => {
    const document = parse(query);
    const errors = validate(schema, document);
    const operation = getOperationAST(document, operationName);
    const defaults = defaultsOf(operation);
    if (errors.length > 0 || operation?.operation === 'subscription')
      return { document, errors, defaults, compiled: undefined };
    const compiled = compileQuery(schema, document, operationName, { disableLeafSerialization: false });
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
