import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Identity } from '../auth/index.ts';
import type { AskOptions, TestContext } from './context.ts';
import { asService } from './identities.ts';

/** A place where a caller of a context can put text of their own. */
export interface TextField {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly root: string;
  /** From the root field's argument down, e.g. `['input', 'card', 'orderId']`. */
  readonly path: readonly string[];
  /** Contexts that may call it; empty for fields of the public graph. */
  readonly callers: readonly string[];
}

/** An answer that is neither data nor an error a caller can act on. */
export interface OddAnswer {
  readonly field: string;
  readonly text: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Values for places that need more than any text, by `Type.field`, `root.argument` or name alone; text is put over them. A
 * function gives another value each time.
 */
export type Examples = Readonly<Record<string, unknown>>;

const actionable = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT', 'RATE_LIMITED']);
const textTypes = new Set(['String', 'ID']);
const deepest = 4;

type Field = GraphQLField<unknown, unknown>;
type Input = GraphQLArgument | GraphQLInputField;

const callersOf = ({ astNode }: Field): string[] => {
  const internal = astNode?.directives?.find(({ name }) => name.value === 'internal');
  const list = internal?.arguments?.[0]?.value;
  return list?.kind === 'ListValue'
    ? list.values.flatMap((value) => (value.kind === 'StringValue' ? value.value : []))
    : [];
};

const textPaths = (input: Input, path: readonly string[]): (readonly string[])[] => {
  const type = getNamedType(input.type);
  if (textTypes.has(type.name)) return [path];
  if (!isInputObjectType(type) || path.length > deepest) return [];
  return Object.values(type.getFields()).flatMap((field) => textPaths(field, [...path, field.name]));
};

/** Every place for text in a context's root fields, as its schema has them: new ones are found by themselves. */
export const textFieldsOf = ({ host }: Pick<TestContext<unknown>, 'host'>): TextField[] => {
  const roots: readonly (readonly [TextField['operation'], GraphQLObjectType | null | undefined])[] = [
    ['query', host.schema.getQueryType()],
    ['mutation', host.schema.getMutationType()],
    ['subscription', host.schema.getSubscriptionType()],
  ];
  return roots.flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {})
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap((field) =>
        field.args
          .flatMap((argument) => textPaths(argument, [argument.name]))
          .map((path) => ({ operation, root: field.name, path, callers: callersOf(field) })),
      ),
  );
};

const plainValues: Readonly<Record<string, unknown>> = {
  String: 'text',
  ID: 'text',
  Int: 1,
  Float: 1,
  Boolean: true,
  BigInt: '1',
  DateTime: '2030-01-01T00:00:00Z',
  CurrencyCode: 'EUR',
};

/** A value that fits a type: what has to be there, what leads to the text, and examples. */
const valueFor = (
  type: GraphQLInputType,
  names: readonly string[],
  path: readonly string[],
  text: string,
  examples: Examples,
): unknown => {
  if (isNonNullType(type)) return valueFor(type.ofType, names, path, text, examples);
  if (isListType(type)) return [valueFor(type.ofType, names, path, text, examples)];
  if (path.length === 0 && textTypes.has(type.name)) return text;
  const example = path.length > 0 && path[0] === undefined ? names.find((name) => name in examples) : undefined;
  if (example !== undefined) {
    const value = examples[example];
    return typeof value === 'function' ? (value as () => unknown)() : value;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isLeafType(type)) return plainValues[type.name] ?? 'text';
  if (!isInputObjectType(type)) return null;
  const [next, ...rest] = path;
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => field.name === next || isNonNullType(field.type) || `${type.name}.${field.name}` in examples)
      .map((field) => {
        const below = [`${type.name}.${field.name}`, field.name];
        // `undefined` as a path says: not the way to the text, so an example may stand here.
        return [
          field.name,
          valueFor(field.type, below, field.name === next ? rest : [undefined as never], text, examples),
        ];
      }),
  );
};

const documentFor = (field: TextField, root: Field, text: string, examples: Examples) => {
  const wanted = root.args.filter(
    ({ name, type }) => isNonNullType(type) || name === field.path[0] || `${root.name}.${name}` in examples,
  );
  const [, ...below] = field.path;
  const variables = wanted.map((argument) => {
    const names = [`${root.name}.${argument.name}`, argument.name];
    return [
      argument.name,
      valueFor(argument.type, names, argument.name === field.path[0] ? below : [undefined as never], text, examples),
    ];
  });
  const declared = wanted.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const given = wanted.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isLeafType(getNamedType(root.type)) ? '' : ' { __typename }';
  return {
    query: `${field.operation} (${declared}) { ${root.name}(${given})${selection} }`,
    variables: Object.fromEntries(variables),
  };
};

type Asking = Pick<TestContext<unknown>, 'host' | 'ask' | 'subscribe'>;

const answerTo = async (context: Asking, field: TextField, text: string, asking: AskOptions, examples: Examples) => {
  const { schema } = context.host;
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[field.operation];
  const root = type?.getFields()[field.root];
  if (!root) throw new Error(`There is no ${field.operation} ${field.root}.`);
  const { query, variables } = documentFor(field, root, text, examples);
  if (field.operation !== 'subscription') return context.ask(query, variables, asking);
  const opened = await context.subscribe(query, variables, asking);
  if (!(Symbol.asyncIterator in opened)) return opened;
  await opened.return?.();
  return { data: {} };
};

/**
 * Puts each text into each place for text, as each person, and gives back the answers nobody can act on: masked
 * defects and codes a caller is not meant to see. An empty list is what a test wants.
 */
export const probeTextFields = async (
  context: Asking,
  given: { readonly texts: readonly string[]; readonly as: readonly Identity[]; readonly examples?: Examples },
): Promise<{ readonly asked: number; readonly odd: readonly OddAnswer[] }> => {
  const odd: OddAnswer[] = [];
  let asked = 0;
  for (const field of textFieldsOf(context)) {
    const people = field.callers.length > 0 ? field.callers.slice(0, 1).map(asService) : given.as;
    for (const as of people) {
      for (const text of given.texts) {
        asked += 1;
        const { errors } = await answerTo(context, field, text, { as }, given.examples ?? {});
        for (const { message, extensions } of errors ?? []) {
          const code = String(extensions?.['code']);
          if (!actionable.has(code))
            odd.push({ field: `${field.root}.${field.path.join('.')}`, text: text.slice(0, 80), code, message });
        }
      }
    }
  }
  return { asked, odd };
};
