import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asGuest, asService, asUser, type TestContext, testContext } from '../testing/index.ts';
import { notes, type Services } from './fixtures/notes.ts';
import type { SubgraphRequest } from './subgraph-request.ts';

let market: TestContext<Services>;
beforeAll(async () => {
  market = await testContext<Services>(notes);
});
afterAll(() => market.close());
beforeEach(() => {
  market.services.notes.length = 0;
  market.services.loads = 0;
});

const add = 'mutation Add($input: AddNoteInput!) { addNote(input: $input) { text replayed } }';
const codeOf = (result: { errors?: readonly { extensions?: Record<string, unknown> }[] }) =>
  result.errors?.[0]?.extensions?.['code'];

describe('a subgraph', () => {
  it('answers nothing to a caller without a valid internal token', async () => {
    const request: SubgraphRequest = {
      query: '{ notes { id } }',
      token: 'forged',
      meta: { requestId: 'req_1', ip: '', userAgent: '', locale: 'en' },
    };
    expect(codeOf((await market.host.execute(request)) as never)).toBe('UNAUTHENTICATED');
    expect(codeOf((await market.host.subscribe({ ...request, query: 'subscription { noteTotal }' })) as never)).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('keeps fields marked @access from those without the scope, through _entities too', async () => {
    market.services.notes.push({ id: '0', text: 'hello', secret: 'mine' });
    expect(codeOf(await market.ask('{ adminOnly }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await market.ask('{ adminOnly }', {}, { as: asUser('usr_1') }))).toBe('FORBIDDEN');
    expect((await market.ask('{ adminOnly }', {}, { as: asUser('usr_1', { scopes: ['admin'] }) })).data).toEqual({
      adminOnly: 1,
    });
    const entity = await market.ask(
      '{ _entities(representations: [{ __typename: "Note", id: "0" }]) { ... on Note { text secret } } }',
    );
    expect(entity.data).toEqual({ _entities: [{ text: 'hello', secret: null }] });
    expect(codeOf(entity)).toBe('UNAUTHENTICATED');
  });

  it('opens internal operations to the named services alone', async () => {
    expect((await market.ask('{ noteCount }', {}, { as: asService('orders') })).data).toEqual({ noteCount: 0 });
    expect(codeOf(await market.ask('{ noteCount }', {}, { as: asService('search') }))).toBe('FORBIDDEN');
    expect(codeOf(await market.ask('{ noteCount }', {}, { as: asUser('usr_1', { scopes: ['admin'] }) }))).toBe(
      'FORBIDDEN',
    );
  });

  it('masks a defect and says which request it was', async () => {
    const result = await market.ask('{ broken }', {}, { meta: { requestId: 'req_7' } });
    expect(JSON.stringify(result)).not.toContain('hunter2');
    expect(result.errors?.[0]).toMatchObject({
      message: expect.stringContaining('req_7'),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it('loads the entities of one request in one go', async () => {
    market.services.notes.push({ id: '0', text: 'a', secret: '' }, { id: '1', text: 'b', secret: '' });
    await market.ask(
      '{ _entities(representations: [{ __typename: "Note", id: "0" }, { __typename: "Note", id: "1" }]) { ... on Note { text } } }',
    );
    expect(market.services.loads).toBe(1);
  });

  it('gives every event of a subscription loaders of its own', async () => {
    const events = await market.subscribe('subscription { noteTotal }');
    if (!(Symbol.asyncIterator in events)) throw new Error('No subscription.');
    for (const expected of [0, 1]) {
      await market.runtime.pubsub.publish('notes', {});
      expect((await events.next()).value).toEqual({ data: { noteTotal: expected } });
      market.services.notes.push({ id: `${expected}`, text: '', secret: '' });
    }
    expect(market.services.loads).toBe(2);
    await events.return?.();
  });
});

describe('a field marked @idempotent', () => {
  const input = { idempotencyKey: 'key-00000001', text: 'once', worth: '9007199254740993' };
  const as = asUser('usr_1');

  it('does its work once per key and flags the replay', async () => {
    expect((await market.ask(add, { input }, { as })).data).toEqual({ addNote: { text: 'once', replayed: false } });
    expect((await market.ask(add, { input: { ...input } }, { as })).data).toEqual({
      addNote: { text: 'once', replayed: true },
    });
    expect(market.services.notes).toHaveLength(1);
  });

  it('refuses another input under the same key, and keeps actors apart', async () => {
    const other = await market.ask(add, { input: { ...input, text: 'twice' } }, { as });
    expect(other.errors?.[0]?.extensions).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: ['input', 'idempotencyKey'],
    });
    expect((await market.ask(add, { input }, { as: asUser('usr_2') })).data).toMatchObject({
      addNote: { replayed: false },
    });
    expect((await market.ask(add, { input }, { as: asGuest('secret') })).data).toMatchObject({
      addNote: { replayed: false },
    });
  });

  it('works once for requests that arrive together', async () => {
    const together = { ...input, idempotencyKey: 'key-together' };
    const results = await Promise.all(Array.from({ length: 20 }, () => market.ask(add, { input: together }, { as })));
    const codes = results.map(codeOf).filter(Boolean);
    expect(market.services.notes).toHaveLength(1);
    expect(new Set(codes).size <= 1 && codes.every((code) => code === 'IDEMPOTENCY_IN_FLIGHT')).toBe(true);
  });

  it('needs an actor and a usable key', async () => {
    expect(codeOf(await market.ask(add, { input }))).toBe('UNAUTHENTICATED');
    for (const idempotencyKey of ['short', 'has space in it', 'x'.repeat(129), 'ключ-ключ-ключ']) {
      expect(codeOf(await market.ask(add, { input: { ...input, idempotencyKey } }, { as }))).toBe('BAD_USER_INPUT');
    }
  });
});

describe('input', () => {
  it('takes the defaults of fields and variables that are left out', async () => {
    const document =
      'mutation Add($key: String!, $text: String! = "unsaid") { addNote(input: { idempotencyKey: $key, text: $text }) { text tone } }';
    expect((await market.ask(document, { key: 'key-defaults-1' }, { as: asUser('usr_1') })).data).toEqual({
      addNote: { text: 'unsaid', tone: 'calm' },
    });
    const whole = 'mutation Add($input: AddNoteInput!) { addNote(input: $input) { tone } }';
    expect(
      (await market.ask(whole, { input: { idempotencyKey: 'key-defaults-2', text: 'a' } }, { as: asUser('usr_1') }))
        .data,
    ).toEqual({ addNote: { tone: 'calm' } });
  });
});

describe('the scalars', () => {
  it('refuse what does not fit, by name', async () => {
    for (const worth of ['1.5', 'abc', 9_007_199_254_740_992, true]) {
      const result = await market.ask(
        add,
        { input: { idempotencyKey: 'key-scalars', text: '', worth } },
        { as: asUser('usr_1') },
      );
      expect(result.errors?.[0]?.message).toContain('BigInt');
    }
  });
});
