import { type DocumentNode, type GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** A document, parsed, validated and (unless it subscribes) compiled. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly compiled: CompiledQuery | undefined;
}

const maxRememberedDocuments = 2_000;

/** Parses, validates and compiles each document once, and remembers a bounded number of them. */
export const documentStore = (schema: GraphQLSchema) => {
  const store = new LRUCache<string, Prepared>({ max: maxRememberedDocuments });
  const prepare = (query: string, operationName: string | undefined): Prepared => {
    const document = parse(query);
    const errors = validate(schema, document);
    const operation = getOperationAST(document, operationName);
    if (errors.length > 0 || operation?.operation === 'subscription') return { document, errors, compiled: undefined };
    const compiled = compileQuery(schema, document, operationName, { disableLeafSerialization: false });
    // What the compiler cannot do (it says so by returning a result) the reference executor does.
    return { document, errors, compiled: isCompiledQuery(compiled) ? compiled : undefined };
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
