import type { Identity } from '@vitrina/platform/auth';
import { createLoaders } from '@vitrina/platform/loaders';
import { silentLogger } from '@vitrina/platform/logging';
import type { RequestContext, SubgraphHost } from '@vitrina/platform/subgraph';
import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** One context, booted, as far as its resolvers need it. */
export interface PlainPart {
  readonly host: SubgraphHost;
  readonly services: unknown;
  /** Types whose `__resolveReference` loads the whole object: the context owns them. */
  readonly owns: ReadonlySet<string>;
}

/** Context of one request; the server copies it, so it is an object around the function. */
export interface PlainContext {
  /** Each part's own context, made when first used. */
  readonly of: (part: PlainPart) => RequestContext;
}

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
type ResolveReference = (reference: unknown, context: RequestContext, info: unknown) => unknown;

/** Makes the contexts of one anonymous request. */
export const plainContext = (identity: Identity): PlainContext => {
  const made = new Map<PlainPart, RequestContext>();
  const contextOf = (part: PlainPart): RequestContext => {
    const known = made.get(part) ?? {
      services: part.services,
      identity,
      actor: identity.actor,
      meta: { requestId: 'req_plain', ip: '127.0.0.1', userAgent: 'bench', locale: 'en' },
      loaders: createLoaders(part.services),
      log: silentLogger,
      idempotency: undefined,
      signal: new AbortController().signal,
      setCookie: () => {},
    };
    made.set(part, known);
    return known;
  };
  return { of: contextOf };
};

const fieldOf = (part: PlainPart, type: string, field: string): GraphQLField<unknown, RequestContext> | undefined => {
  const found = part.host.schema.getType(type);
  return isObjectType(found) ? found.getFields()[field] : undefined;
};

/** Where a reference becomes an object: the owner's own `__resolveReference`, which goes through its loader. */
const referenceResolver = (part: PlainPart, type: string): ResolveReference | undefined => {
  const found = part.host.schema.getType(type);
  const extensions = found?.extensions as
    | { apollo?: { subgraph?: { resolveReference?: ResolveReference } } }
    | undefined;
  return extensions?.apollo?.subgraph?.resolveReference;
};

/** The owner of a field is whoever owns the type and has the field, otherwise whoever has it. */
const partFor = (parts: readonly PlainPart[], type: string, field: string): PlainPart | undefined => {
  const able = parts.filter((part) => fieldOf(part, type, field));
  return able.find(({ owns }) => owns.has(type)) ?? able[0];
};

const wire = (parts: readonly PlainPart[], type: string, field: GraphQLField<unknown, PlainContext>): void => {
  const part = partFor(parts, type, field.name);
  if (!part) return;
  const resolve = (fieldOf(part, type, field.name)?.resolve ?? defaultFieldResolver) as Resolve;
  const target = getNamedType(field.type).name;
  const owner = parts.find(({ owns }) => owns.has(target));
  const load = owner && owner !== part ? referenceResolver(owner, target) : undefined;
  if (!load && resolve === defaultFieldResolver) return;
  if (!load || !owner) {
    field.resolve = (source, args, context, info) => resolve(source, args, context.of(part), info);
    return;
  }
  const follow = (reference: unknown, context: PlainContext, info: unknown): unknown =>
    Array.isArray(reference)
      ? reference.map((one) => follow(one, context, info))
      : reference && load(reference, context.of(owner), info);
  field.resolve = async (source, args, context, info) =>
    follow(await resolve(source, args, context.of(part), info), context, info);
};

/**
 * One plain schema out of the API schema and the contexts' own resolvers: what a team without a supergraph would have
 * written. References to another context's entity are followed through that context's loader.
 */
export const plainSchema = (apiSdl: string, parts: readonly PlainPart[]): GraphQLSchema => {
  const schema = buildSchema(apiSdl);
  for (const type of Object.values(schema.getTypeMap())) {
    const theirs = parts.map(({ host }) => host.schema.getType(type.name)).find((found) => found);
    if (!theirs || type.name.startsWith('__')) continue;
    if (isScalarType(type) && isScalarType(theirs)) {
      type.serialize = theirs.serialize;
      type.parseValue = theirs.parseValue;
      type.parseLiteral = theirs.parseLiteral;
    } else if (isAbstractType(type) && isAbstractType(theirs)) {
      type.resolveType = theirs.resolveType;
    } else if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) wire(parts, type.name, field);
    }
  }
  return schema;
};
