import { readFile } from 'node:fs/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  isInputObjectType,
  parse,
} from 'graphql';
import { type Actor, actorKey } from '../auth/index.ts';
import { AppError, invariant } from '../errors/index.ts';
import { hashInput } from '../idempotency/index.ts';
import { formatMoney, type Money } from '../money/index.ts';
import type { AnySubgraph } from './definition.ts';
import type { OperationContext } from './operation-context.ts';
import { kitScalars } from './scalars.ts';

const kitSdl = new URL('./kit.graphql', import.meta.url);

type Field = GraphQLFieldConfig<unknown, OperationContext>;
type Resolver = GraphQLFieldResolver<unknown, OperationContext>;

/** True when the actor holds one of the scopes of an `@access` directive. */
export const satisfies = (actor: Actor, scopes: readonly string[]): boolean => {
  if (actor.kind === 'service') return true;
  if (actor.kind === 'user')
    return (
      scopes.includes('user') || actor.scopes.includes('admin') || scopes.some((scope) => actor.scopes.includes(scope))
    );
  return actor.kind === 'client' && (scopes.includes('client') || scopes.some((scope) => actor.scopes.includes(scope)));
};

const guardAccess =
  (scopes: readonly string[], resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    if (satisfies(context.actor, scopes)) return resolve(source, args, context, info);
    if (context.actor.kind === 'anonymous') {
      throw new AppError(
        'UNAUTHENTICATED',
        `Sign in to use "${info.fieldName}": send "Authorization: Bearer <access token>".`,
      );
    }
    throw new AppError('FORBIDDEN', `"${info.fieldName}" needs one of: ${scopes.join(', ')}.`);
  };

const guardInternal =
  (callers: readonly string[], resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    const { actor } = context;
    if (actor.kind === 'service' && callers.includes(actor.name)) return resolve(source, args, context, info);
    throw new AppError('FORBIDDEN', `"${info.fieldName}" is for other contexts only.`);
  };

const keyForm = /^[\x21-\x7e]{8,128}$/;

/** Puts the scope of the idempotency key into the context the resolver sees; a use case hands it to `idempotently`. */
const guardIdempotency =
  (mutation: string, resolve: Resolver): Resolver =>
  (source, args, context, info) => {
    const input = (args as { input: { idempotencyKey: string } }).input;
    if (!keyForm.test(input.idempotencyKey)) {
      throw new AppError(
        'BAD_USER_INPUT',
        'An idempotency key is 8 to 128 printable characters without spaces; a UUID does well.',
        { field: ['input', 'idempotencyKey'] },
      );
    }
    const actor = actorKey(context.identity);
    if (actor === 'anonymous') {
      throw new AppError(
        'UNAUTHENTICATED',
        'Sign in, or send the cart secret in the header "x-vitrina-cart", so that a repeated request can be recognised.',
      );
    }
    const idempotency = { actor, mutation, key: input.idempotencyKey, inputHash: hashInput(input) };
    return resolve(source, args, context.repeatable(idempotency), info);
  };

const assertTakesKey = (field: Field, name: string): void => {
  const inputArg = field.args?.['input']?.type;
  const inputType = inputArg instanceof GraphQLNonNull ? inputArg.ofType : undefined;
  const key = isInputObjectType(inputType) ? inputType.getFields()['idempotencyKey'] : undefined;
  invariant(
    key && String(key.type) === 'String!',
    `${name} is @idempotent, so its input needs "idempotencyKey: String!".`,
  );
};

/**
 * The compiler asks for input fields of type `T! = default` even when they are left out, so the executable schema takes
 * them as optional; the contract clients see (and the gateway validates against) keeps its `!`.
 */
const withOptionalDefaults = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.INPUT_OBJECT_FIELD]: (field) =>
      field.defaultValue !== undefined && field.type instanceof GraphQLNonNull
        ? { ...field, type: field.type.ofType as GraphQLInputType }
        : field,
  });

/** Wraps every field that carries one of the kit's directives, so no resolver can forget it. */
const enforceDirectives = (schema: GraphQLSchema): GraphQLSchema =>
  mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field: Field, name: string, typeName: string) => {
      let resolve: Resolver = field.resolve ?? (defaultFieldResolver as Resolver);
      if (getDirective(schema, field, 'idempotent')) {
        invariant(typeName === 'Mutation', `${typeName}.${name}: only mutations can be @idempotent.`);
        assertTakesKey(field, name);
        resolve = guardIdempotency(name, resolve);
      }
      const access = getDirective(schema, field, 'access')?.[0] as { scopes: string[] } | undefined;
      if (access) {
        resolve = guardAccess(access.scopes, resolve);
        if (field.subscribe) field.subscribe = guardAccess(access.scopes, field.subscribe as Resolver);
      }
      const internal = getDirective(schema, field, 'internal')?.[0] as { callers: string[] } | undefined;
      if (internal) resolve = guardInternal(internal.callers, resolve);
      if (resolve !== defaultFieldResolver) field.resolve = resolve;
      return field;
    },
  });

const kitResolvers = {
  ...kitScalars,
  Money: { formatted: (amount: Money, args: { locale: string }) => formatMoney(amount, args.locale) },
  Node: { __resolveType: (node: { __typename?: string; id: string }) => node.__typename },
  UserError: { __resolveType: (error: { __typename: string }) => error.__typename },
};

/** The SDL a context composes with: its own and the kit's. */
const readSdl = async (schema: URL): Promise<string> =>
  `${await readFile(kitSdl, 'utf8')}\n${await readFile(schema, 'utf8')}`;

/** Builds the executable schema of a context, with access, idempotency and internal rules enforced around its resolvers. */
export const buildSchema = async (definition: AnySubgraph): Promise<{ sdl: string; schema: GraphQLSchema }> => {
  const sdl = await readSdl(definition.schema);
  const modules = [{ typeDefs: parse(sdl), resolvers: { ...definition.resolvers, ...kitResolvers } }];
  return {
    sdl,
    schema: enforceDirectives(
      withOptionalDefaults(buildSubgraphSchema(modules as Parameters<typeof buildSubgraphSchema>[0])),
    ),
  };
};
