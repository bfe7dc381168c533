import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ExecutionResult, execute, type GraphQLSchema, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor, Identity } from '../auth/index.ts';
import { AppError } from '../errors/index.ts';
import type { IdempotencyScope } from '../idempotency/index.ts';
import { silentLogger } from '../logging/index.ts';
import { defineSubgraph, type ResolverMap } from './definition.ts';
import { OperationContext } from './operation-context.ts';
import type { RequestContext } from './request-context.ts';
import { buildSchema, satisfies } from './schema.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-schema-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The executable schema of a context with this SDL. */
const schemaOf = async (sdl: string, resolvers: ResolverMap = {}): Promise<GraphQLSchema> => {
  const path = join(folder, 'schema.graphql');
  await writeFile(path, sdl);
  const definition = { name: 'test', config: z.object({}), services: () => ({}), resolvers };
  return (await buildSchema(defineSubgraph({ ...definition, schema: pathToFileURL(path) }))).schema;
};

const guest: Actor = { kind: 'anonymous' };
const user = (...scopes: string[]): Actor => ({ kind: 'user', userId: 'usr_1', sessionId: 's', scopes, shops: {} });
const client = (...scopes: string[]): Actor => ({ kind: 'client', clientId: 'key_1', shopId: 'shp_1', scopes });
const service = (name: string): Actor => ({ kind: 'service', name });

const contextFor = (identity: Identity): RequestContext =>
  new OperationContext({
    services: {},
    identity,
    request: { query: '', token: '', meta: { requestId: 'r', ip: '', userAgent: '', locale: 'en' } },
    log: silentLogger,
    cookies: [],
  });
const ask = async (schema: GraphQLSchema, query: string, identity: Identity, variableValues = {}) => {
  const contextValue = contextFor(identity);
  return execute({ schema, document: parse(query), contextValue, variableValues });
};
const codeOf = ({ errors }: ExecutionResult): unknown => {
  const cause = errors?.[0]?.originalError;
  return cause instanceof AppError ? cause.code : errors?.[0]?.message;
};

describe('who may use a field marked @access', () => {
  it.each<[string, Actor, string[], boolean]>([
    ['a guest', guest, ['user', 'client', 'admin'], false],
    ['any person, where persons may', user(), ['user'], true],
    ['any person, where only clients may', user(), ['client'], false],
    ['a person with one of the scopes', user('support'), ['moderator', 'support'], true],
    ['a person with another scope', user('support'), ['moderator'], false],
    ['an admin, whatever is asked', user('admin'), ['moderator'], true],
    ['an admin, where only clients may', user('admin'), ['client'], true],
    // Scopes are names people give to keys: one called "user" makes no person of a client.
    ['any client, where clients may', client(), ['client'], true],
    ['any client, where only persons may', client(), ['user'], false],
    ['a client with one of the scopes', client('catalog:write'), ['catalog:write'], true],
    ['a client whose key says admin, where something else is asked', client('admin'), ['support'], false],
    ['another context', service('orders'), ['admin'], true],
    ['anybody, where nobody may', user(), [], false],
  ])('%s', (_who, actor, scopes, may) => expect(satisfies(actor, scopes)).toBe(may));

  const sdl = `
    type Query { mine: Int @access(scopes: ["user"]) report: Int @access(scopes: ["support", "finance"]) open: Int }
    type Subscription { ticks: Int @access(scopes: ["user"]) }`;

  it('is told to sign in, or which scopes would do, and the resolver never runs', async () => {
    let ran = 0;
    const count = () => {
      ran += 1;
      return ran;
    };
    const schema = await schemaOf(sdl, { Query: { mine: count, report: count, open: count } });
    expect(codeOf(await ask(schema, '{ mine }', { actor: guest }))).toBe('UNAUTHENTICATED');
    const refused = await ask(schema, '{ report }', { actor: user('moderator') });
    expect(codeOf(refused)).toBe('FORBIDDEN');
    expect(refused.errors?.[0]?.message).toContain('support, finance');
    expect(ran).toBe(0);
    expect((await ask(schema, '{ open }', { actor: guest })).data).toEqual({ open: 1 });
    expect((await ask(schema, '{ report }', { actor: user('finance') })).data).toEqual({ report: 2 });
  });

  it('is asked before a subscription opens its source', async () => {
    let opened = 0;
    const ticks = {
      subscribe: async function* () {
        opened += 1;
        yield { ticks: 7 };
      },
    };
    const schema = await schemaOf(sdl, { Subscription: { ticks } });
    const open = (actor: Actor) =>
      subscribe({ schema, document: parse('subscription { ticks }'), contextValue: contextFor({ actor }) });
    expect(codeOf((await open(guest)) as ExecutionResult)).toBe('UNAUTHENTICATED');
    expect(opened).toBe(0);
    const events = (await open(user())) as AsyncGenerator<ExecutionResult>;
    expect((await events.next()).value).toEqual({ data: { ticks: 7 } });
  });

  it('holds for one field of an answer while the others are given', async () => {
    const schema = await schemaOf(sdl, { Query: { mine: () => 1, open: () => 2 } });
    const answer = await ask(schema, '{ open mine }', { actor: guest });
    expect(answer.data).toEqual({ open: 2, mine: null });
    expect(answer.errors).toHaveLength(1);
  });
});

describe('a field marked @internal', () => {
  const sdl = 'type Query { stock: Int @internal(callers: ["orders", "search"]) }';

  it.each<[string, Actor, boolean]>([
    ['a context that is named', service('orders'), true],
    ['another context', service('payments'), false],
    ['the gateway itself', service('gateway'), false],
    ['an admin', user('admin'), false],
    ['a client', client('admin'), false],
    ['a guest', guest, false],
  ])('is opened to %s: %s', async (_who, actor, may) => {
    const schema = await schemaOf(sdl, { Query: { stock: () => 3 } });
    const answer = await ask(schema, '{ stock }', { actor });
    expect(may ? answer.data : codeOf(answer)).toEqual(may ? { stock: 3 } : 'FORBIDDEN');
  });
});

describe('a field marked @idempotent', () => {
  const sdl = `
    type Query { a: Int }
    input PayInput { idempotencyKey: String! amount: BigInt note: String }
    type Mutation { pay(input: PayInput!): Int @idempotent  charge(input: PayInput!): Int @idempotent }`;
  const keyed = async (input: Record<string, unknown>, identity: Identity, field = 'pay') => {
    const scopes: (IdempotencyScope | undefined)[] = [];
    const keep = (_: unknown, __: unknown, { idempotency }: RequestContext) => scopes.push(idempotency);
    const schema = await schemaOf(sdl, { Mutation: { pay: keep, charge: keep } });
    const query = `mutation ($input: PayInput!) { ${field}(input: $input) }`;
    return { answer: await ask(schema, query, identity, { input }), scope: scopes[0] };
  };
  const key = 'k'.repeat(36);
  const buyer: Identity = { actor: user() };

  it('hands the use case who asked for what under which key', async () => {
    const { scope } = await keyed({ idempotencyKey: key, amount: '5' }, buyer);
    expect(scope).toMatchObject({ actor: 'user:usr_1', mutation: 'pay', key });
    expect((await keyed({ idempotencyKey: key, amount: '5' }, buyer, 'charge')).scope).toMatchObject({
      mutation: 'charge',
    });
    expect((await keyed({ idempotencyKey: key }, { actor: guest, cartKey: 'abc' })).scope?.actor).toBe('cart:abc');
    expect((await keyed({ idempotencyKey: key }, { actor: client() })).scope?.actor).toBe('client:key_1');
  });

  it('knows the same input again, however it is written, and every other one', async () => {
    const hashOf = async (input: Record<string, unknown>) =>
      (await keyed({ idempotencyKey: key, ...input }, buyer)).scope?.inputHash;
    const first = await hashOf({ amount: '5', note: 'x' });
    expect(await hashOf({ note: 'x', amount: 5 })).toBe(first);
    expect(await hashOf({ amount: '6', note: 'x' })).not.toBe(first);
    expect(await hashOf({ amount: '5', note: null })).not.toBe(await hashOf({ amount: '5' }));
  });

  it.each([
    ['short', 'x'.repeat(7)],
    ['long', 'x'.repeat(129)],
    ['spaced', 'abc defgh'],
    ['broken over lines', 'abcdefgh\n'],
    ['in another script', 'ключключ'],
    ['empty', ''],
  ])('refuses a key that is too %s, naming the field', async (_how, idempotencyKey) => {
    const { answer, scope } = await keyed({ idempotencyKey }, buyer);
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.originalError).toMatchObject({ details: { field: ['input', 'idempotencyKey'] } });
    expect(scope).toBeUndefined();
  });

  it('takes keys of 8 and of 128 characters', async () => {
    for (const length of [8, 128])
      expect((await keyed({ idempotencyKey: '~'.repeat(length) }, buyer)).scope?.key).toHaveLength(length);
  });

  it('asks somebody who cannot be recognised for a name, because two guests must not share a key', async () => {
    const { answer, scope } = await keyed({ idempotencyKey: key }, { actor: guest });
    expect(codeOf(answer)).toBe('UNAUTHENTICATED');
    expect(answer.errors?.[0]?.message).toContain('x-vitrina-cart');
    expect(scope).toBeUndefined();
  });

  it.each([
    ['a query', 'input I { idempotencyKey: String! } type Query { a(input: I!): Int @idempotent }', /only mutations/],
    ['without an input', 'type Query { a: Int } type Mutation { pay: Int @idempotent }', /idempotencyKey: String!/],
    [
      'whose input may be left out',
      'type Query { a: Int } input I { idempotencyKey: String! } type Mutation { pay(input: I): Int @idempotent }',
      /idempotencyKey: String!/,
    ],
    [
      'whose key may be left out',
      'type Query { a: Int } input I { idempotencyKey: String } type Mutation { pay(input: I!): Int @idempotent }',
      /idempotencyKey: String!/,
    ],
  ])('keeps a context from starting when it is %s', async (_what, wrong, message) => {
    await expect(schemaOf(wrong)).rejects.toThrow(message);
  });
});
