import { AppError } from '@vitrina/platform/errors';
import type { NodeType } from '@vitrina/schema/node-types';
import DataLoader from 'dataloader';
import { buildASTSchema, type ExecutionResult, execute, OperationTypeNode, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { toGraphQLError } from '../errors/graphql-errors.ts';
import type { SubgraphCall, SubgraphResult, SubgraphTransport } from '../execution/call.ts';
import { nodeSubgraphSdl } from './sdl.ts';

type Found = { readonly __typename: string; readonly id: string } | null;
type Ask = (call: SubgraphCall) => Promise<SubgraphResult>;

const existence =
  'query NodeExistence($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }';
const maxIds = 100;
/** Errors that mean "not for you" or "not there"; to the caller they are one and the same. */
const hiding = new Set(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', 'BAD_USER_INPUT']);

const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('_')));

const findInOwner = async (
  ask: Ask,
  call: SubgraphCall,
  owner: string,
  nodes: readonly { type: string; id: string }[],
): Promise<Found[]> => {
  const representations = nodes.map(({ type, id }) => ({ __typename: type, id }));
  const { data, errors } = await ask({
    subgraph: owner,
    kind: OperationTypeNode.QUERY,
    query: existence,
    variables: { representations },
    context: call.context,
  });
  const failure = errors?.find(({ extensions }) => !hiding.has(String(extensions?.['code'])));
  if (failure)
    throw new AppError('UNAVAILABLE', `The ${owner} service does not answer right now. Try again in a moment.`, {
      retryAfterSeconds: 1,
    });
  const entities = (data?.['_entities'] ?? []) as readonly unknown[];
  return nodes.map(({ type, id }, index) => (entities[index] ? { __typename: type, id } : null));
};

/** Finds many ids with one question per owner. */
const nodeLoader = (types: ReadonlyMap<string, NodeType>, ask: Ask, call: SubgraphCall) =>
  new DataLoader<string, Found>(async (ids) => {
    const byOwner = new Map<string, { type: string; id: string }[]>();
    for (const id of ids) {
      const known = types.get(prefixOf(id));
      if (known) byOwner.set(known.owner, [...(byOwner.get(known.owner) ?? []), { type: known.type, id }]);
    }
    const found = new Map<string, Found | Error>();
    await Promise.all(
      [...byOwner].map(async ([owner, nodes]) => {
        const results = await findInOwner(ask, call, owner, nodes).catch((error: Error) => nodes.map(() => error));
        for (const [index, { id }] of nodes.entries()) found.set(id, results[index] ?? null);
      }),
    );
    return ids.map((id) => found.get(id) ?? null);
  });

const plainSdl = (types: readonly NodeType[]): string =>
  nodeSubgraphSdl(types)
    .replace(/^extend schema.*\n/, '')
    .replaceAll(' @key(fields: "id", resolvable: false)', '');

/**
 * The generated `node` subgraph, run inside the gateway. It asks the owner of an id whether the caller may see it, with
 * the caller's own token, before it says that the node is there: otherwise `node(id) { id }` would confirm every id.
 */
export const nodeTransport = (types: readonly NodeType[], ask: Ask): SubgraphTransport => {
  const byPrefix = new Map(types.map((type) => [type.prefix, type]));
  const schema = buildASTSchema(parse(plainSdl(types)));
  const documents = new LRUCache<string, ReturnType<typeof parse>>({ max: 500 });
  const documentOf = (query: string) => {
    const known = documents.get(query);
    if (known) return known;
    const document = parse(query);
    const [error] = validate(schema, document);
    if (error) throw error;
    documents.set(query, document);
    return document;
  };
  return {
    execute: async (call) => {
      const loader = nodeLoader(byPrefix, ask, call);
      const rootValue = {
        node: ({ id }: { id: string }) => loader.load(id),
        nodes: ({ ids }: { ids: readonly string[] }) => {
          if (ids.length > maxIds)
            throw toGraphQLError(
              new AppError('BAD_USER_INPUT', `Ask for at most ${maxIds} ids at a time.`, { field: ['ids'] }),
            );
          return Promise.all(ids.map((id) => loader.load(id)));
        },
      };
      const result: ExecutionResult = await execute({
        schema,
        document: documentOf(call.query),
        rootValue,
        variableValues: call.variables,
        operationName: call.operationName,
      });
      const errors = result.errors?.map((error) => {
        const known = toGraphQLError(error.originalError);
        return {
          message: error.message,
          path: error.path,
          extensions:
            known instanceof Error && 'extensions' in known
              ? (known.extensions as Record<string, unknown>)
              : error.extensions,
        };
      });
      return { data: result.data ?? null, ...(errors && { errors }) };
    },
    subscribe: () => Promise.resolve({ errors: [{ message: 'There is no such subscription.' }] }),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
};
