import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
} from 'graphql';
import type { Answer, Client } from '../client.ts';

type Field = GraphQLField<unknown, unknown>;
type Operation = 'query' | 'mutation' | 'subscription';
interface Root {
  readonly operation: Operation;
  readonly field: Field;
}

const schema = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));

const takesId = (input: GraphQLArgument | GraphQLInputField, depth = 0): boolean => {
  const type = getNamedType(input.type);
  if (type.name === 'ID') return true;
  return (
    depth < 5 && isInputObjectType(type) && Object.values(type.getFields()).some((field) => takesId(field, depth + 1))
  );
};

/** Every root field of the public graph that takes an id, wherever in its input it stands. */
export const rootsWithIds: ReadonlyMap<string, Root> = new Map(
  (
    [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
      ['subscription', schema.getSubscriptionType()],
    ] as const
  ).flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => field.args.some((argument) => takesId(argument)))
      .map((field) => [field.name, { operation, field }] as const),
  ),
);

const selectionOf = ({ type }: Field): string => {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const fields = isObjectType(named) ? named.getFields() : {};
  if (fields['userErrors']) return '{ __typename userErrors { code message } }';
  if (fields['nodes']) return '{ nodes { __typename } }';
  return '{ __typename }';
};

/** How an answer ended: the codes of refusals, and whether anything was shown. */
export interface Heard {
  readonly codes: readonly string[];
  readonly shown: boolean;
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (Array.isArray(value) && value.every(isNothing)) ||
  (typeof value === 'object' && 'nodes' in value && isNothing(value.nodes));

/** Reads what an answer with this value of its one root field means. */
export const heardOf = ({ errors }: Pick<Answer<unknown>, 'errors'>, value: unknown): Heard => {
  const refusals = (value as { userErrors?: readonly { code: string }[] } | null | undefined)?.userErrors ?? [];
  return {
    codes: [...(errors ?? []).map(({ extensions }) => extensions?.['code']), ...refusals.map(({ code }) => code)].map(
      String,
    ),
    // A guarded part of something public is refused as a whole: it shows nothing of what was asked for.
    shown: !isNothing(value) && refusals.length === 0 && !errors,
  };
};

/** graphql-ws throws the list of errors that an operation ended with; the client of the journeys throws them as text. */
const codesIn = (error: unknown): string[] =>
  (error instanceof Error ? error.message : JSON.stringify(error)).match(/(?<="code":")\w+/g) ?? ['UNREADABLE'];

const listen = async (as: Client, document: string, variables: Record<string, unknown>): Promise<Heard> => {
  const events = as.subscribe(document, variables);
  // Whoever may listen hears at once or waits; whoever may not is told so.
  const quiet = new Promise<Heard>((resolve) => setTimeout(() => resolve({ codes: [], shown: true }), 8_000));
  const first = events.next().then(
    () => ({ codes: [], shown: true }),
    (error: unknown) => ({ codes: codesIn(error), shown: false }),
  );
  const heard = await Promise.race([first, quiet]);
  await events.close();
  return heard;
};

/** Asks a root field by name with the variables given. */
export const knock = async (as: Client, name: string, variables: Record<string, unknown>): Promise<Heard> => {
  const root = rootsWithIds.get(name);
  if (!root) throw new Error(`There is no root field ${name} that takes an id.`);
  const given = root.field.args.filter((argument) => argument.name in variables);
  const declared = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const document = `${root.operation} (${declared}) { ${name}(${passed}) ${selectionOf(root.field)} }`;
  if (root.operation === 'subscription') return listen(as, document, variables);
  const answer = await as.try<Record<string, unknown> | null>(document, variables);
  return heardOf(answer, answer.data?.[name]);
};

/** All fields of a type of the public graph. */
export const fieldNames = (type: string): string[] => Object.keys(typeNamed(type).getFields());

const typeNamed = (name: string) => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no type ${name}.`);
  return type;
};

/** Whether somebody is shown a field of an entity; a refusal shows nothing. */
export const isShown = async (as: Client, type: string, id: string, name: string): Promise<boolean> => {
  const field = typeNamed(type).getFields()[name];
  if (!field) throw new Error(`${type} has no field ${name}.`);
  const { data } = await as.try<{ node: Record<string, unknown> | null } | null>(
    `query ($id: ID!) { node(id: $id) { ... on ${type} { ${name} ${selectionOf(field)} } } }`,
    { id },
  );
  return !isNothing(data?.node?.[name]);
};

const keepsOut = /^(UNAUTHENTICATED|FORBIDDEN|(\w+_)?NOT_FOUND|UNKNOWN_\w+|\w+_UNKNOWN)$/;
const notUnderstood = /^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|INTERNAL_SERVER_ERROR|UNREADABLE)$/;

/** Kept out: told so, or shown nothing. A refusal for another reason says that access was not even looked at. */
export const isKeptOut = ({ codes, shown }: Heard): boolean => !shown && codes.every((code) => keepsOut.test(code));
/** Let in: access stood in nobody's way, whatever else did. */
export const isLetIn = ({ codes, shown }: Heard): boolean =>
  shown || codes.some((code) => !keepsOut.test(code) && !notUnderstood.test(code));
