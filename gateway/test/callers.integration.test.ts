import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, type RegisteredOperation } from '../src/persisted/registry.ts';
import { type Market, startMarket } from './fixtures/market.ts';

const registered = (room: string, name: string, text: string): RegisteredOperation => ({
  room,
  name,
  text,
  hash: hashOf(text),
});
const titles = registered('storefront', 'titles', 'query titles { products(first: 2) { nodes { title } } }');
const stock = registered(
  'erp',
  'stock',
  'mutation stock($id: ID!, $stock: Int!) { setStock(id: $id, stock: $stock) { stock } }',
);
const guarded = registered('erp', 'guarded', 'query guarded { me { notes } }');
const registry = new Map([titles, stock, guarded].map((operation) => [operation.hash, operation]));
const byHash = ({ hash }: RegisteredOperation, variables = {}) => ({
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
});

describe('callers at the edge', () => {
  let market: Market;
  beforeAll(async () => {
    market = await startMarket('embedded');
  });
  afterAll(() => market.close());
  beforeEach(() => void market.fetches.splice(0));

  it('takes nobody for a guest who shows a wrong credential', async () => {
    const expired = await market.sessions.token('usr_1', { seconds: -5 });
    const foreign = await market.sessions.token('usr_1', { issuer: 'somebody-else' });
    const { privateKey } = await (await import('jose')).generateKeyPair('ES256');
    const forged = await new (await import('jose')).SignJWT({ sid: 'ses_usr_1' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer('vitrina-identity')
      .setAudience('vitrina')
      .setSubject('usr_1')
      .setExpirationTime('10m')
      .sign(privateKey);
    for (const token of [expired, foreign, forged, 'nonsense', 'vtk_unknown']) {
      const { status, errors, data } = await market.ask('{ seen { actor } }', {}, { token });
      expect(status).toBe(401);
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    }
    const basic = await market.ask('{ seen { actor } }', {}, { headers: { authorization: 'Basic YTpi' } });
    expect(basic.errors?.[0]?.message).toContain('Bearer <access token>');
    expect(market.fetches).toEqual([]);
  });

  it('lets a revoked session in no more, though its token is still valid', async () => {
    const token = await market.sessions.token('usr_1', { sessionId: 'ses_revoked' });
    expect((await market.ask('{ seen { actor } }', {}, { token })).data).toEqual({ seen: { actor: 'user' } });
    market.sessions.states.set('ses_revoked', { active: false, userId: 'usr_1', scopes: [], shops: {} });
    const { status, errors } = await market.ask('{ seen { actor } }', {}, { token });
    expect([status, errors?.[0]?.message]).toEqual([401, 'This session has been ended: sign in again.']);
  });

  it('does not accept a session of somebody else', async () => {
    await market.sessions.token('usr_2', { sessionId: 'ses_two' });
    const token = await market.sessions.token('usr_1', { sessionId: 'ses_two' });
    expect((await market.ask('{ seen { actor } }', {}, { token })).status).toBe(401);
  });

  it('refuses a guarded field before anything is planned or fetched, also inside a fragment and under an alias', async () => {
    const query = 'query { me { ...Private } } fragment Private on User { harmless: notes }';
    const guest = await market.ask(query);
    expect([guest.status, guest.errors?.[0]]).toMatchObject([
      401,
      { path: ['me', 'harmless'], extensions: { code: 'UNAUTHENTICATED', coordinate: 'User.notes' } },
    ]);
    const user = await market.ask(query, {}, { token: await market.sessions.token('usr_1') });
    expect([user.status, user.errors?.[0]?.extensions['code']]).toEqual([403, 'FORBIDDEN']);
    expect(market.fetches).toEqual([]);
    const admin = await market.ask(
      query,
      {},
      { token: await market.sessions.token('usr_3', { sessionId: 'ses_admin', scopes: ['admin'] }) },
    );
    expect(admin.data).toEqual({ me: { harmless: 'a note' } });
  });

  it('plans the same for everybody: a refusal of one caller leaves nothing behind for the next', async () => {
    const query = '{ me { id email } }';
    expect((await market.ask(query)).status).toBe(401);
    expect((await market.ask(query, {}, { token: await market.sessions.token('usr_1') })).data).toEqual({
      me: { id: 'usr_1', email: 'usr_1@example.org' },
    });
    expect((await market.ask(query)).status).toBe(401);
  });

  it('keeps each cookie-bearing caller safe from other pages: a simple request is refused', async () => {
    const response = await fetch(`${market.url}/graphql?query=${encodeURIComponent('{ seen { actor } }')}`);
    expect(response.status).toBe(400);
    const plain = await fetch(`${market.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ seen { actor } }"}',
    });
    expect(plain.status).toBe(400);
    const preflight = await fetch(`${market.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('registered operations', () => {
  let market: Market;
  beforeAll(async () => {
    market = await startMarket('embedded', {
      config: { freeForm: 'admins', introspection: 'admins' },
      deps: { registry },
    });
  });
  afterAll(() => market.close());

  it('runs a registered operation by its hash and by its text, by POST and by GET', async () => {
    expect((await market.send(byHash(titles))).data).toEqual({
      products: { nodes: [{ title: 'Product 1' }, { title: 'Product 2' }] },
    });
    expect((await market.ask(titles.text)).status).toBe(200);
    const search = new URLSearchParams({ extensions: JSON.stringify(byHash(titles).extensions) });
    const got = await fetch(`${market.url}/graphql?${search}`, { headers: { 'apollo-require-preflight': '1' } });
    expect([got.status, ((await got.json()) as { data: unknown }).data]).toEqual([
      200,
      { products: { nodes: [{ title: 'Product 1' }, { title: 'Product 2' }] } },
    ]);
  });

  it('refuses guests and users everything else, and lets admins ask freely', async () => {
    const query = '{ products(first: 1) { totalCount } }';
    const refusedTo = [undefined, await market.sessions.token('usr_1')];
    for (const token of refusedTo) {
      const { status, errors } = await market.ask(query, {}, { token });
      expect([status, errors?.[0]?.extensions['code']]).toEqual([403, 'OPERATION_NOT_REGISTERED']);
    }
    const admin = await market.sessions.token('usr_3', { scopes: ['admin'] });
    expect((await market.ask(query, {}, { token: admin })).status).toBe(200);
    expect((await market.ask('{ __schema { queryType { name } } }', {}, { token: admin })).status).toBe(200);
    expect(
      (await market.send(byHash(registered('x', 'x', 'query x { seen { actor } }')))).errors?.[0]?.extensions['code'],
    ).toBe('OPERATION_NOT_REGISTERED');
  });

  it('lets an API key run what is registered for ERPs and nothing else, whatever it is allowed elsewhere', async () => {
    const token = market.sessions.apiKey({ clientId: 'key_1', shopId: 'shp_1', scopes: ['stock:write'] });
    expect((await market.send(byHash(stock, { id: 'prd_1', stock: 5 }), { token })).data).toEqual({
      setStock: { stock: 5 },
    });
    expect((await market.send(byHash(titles), { token })).status).toBe(403);
    expect((await market.ask('{ seen { actor } }', {}, { token })).errors?.[0]?.extensions['code']).toBe(
      'OPERATION_NOT_REGISTERED',
    );
    expect((await market.send(byHash(guarded), { token })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('does the dance of automatic persisted queries with those who may ask freely', async () => {
    const token = await market.sessions.token('usr_3', { scopes: ['admin'] });
    const query = 'query dance { seen { locale } }';
    const byHashOnly = byHash(registered('', '', query));
    const first = await market.send(byHashOnly, { token });
    expect(first.errors?.[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
    expect((await market.send({ query, ...byHashOnly }, { token })).status).toBe(200);
    expect((await market.send(byHashOnly, { token })).data).toEqual({ seen: { locale: 'en' } });
    expect((await market.send({ query: `${query} `, ...byHashOnly }, { token })).errors?.[0]?.extensions['code']).toBe(
      'BAD_REQUEST',
    );
  });
});
