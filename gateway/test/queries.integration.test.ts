import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Market, startMarket } from './fixtures/market.ts';

describe.each(['embedded', 'distributed'] as const)('queries through the supergraph, %s', (topology) => {
  let market: Market;
  beforeAll(async () => {
    market = await startMarket(topology);
  });
  afterAll(() => market.close());
  beforeEach(() => void market.fetches.splice(0));

  it('answers one question out of three contexts, asking each once', async () => {
    const { status, data, errors } = await market.ask(
      '{ products(first: 3) { nodes { id title price { amountMinor formatted } seller { name } reviews { body author { name } } rating } totalCount } }',
    );
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    const second = {
      id: 'prd_2',
      title: 'Product 2',
      price: { amountMinor: '1250' },
      seller: { name: 'Боб' },
      rating: 9,
    };
    expect(data).toMatchObject({ products: { nodes: [{}, second, { reviews: [{ author: { name: 'Ada' } }, {}] }] } });
    expect(market.fetches.map(({ subgraph }) => subgraph).sort()).toEqual([
      'accounts',
      'accounts',
      'products',
      'reviews',
    ]);
  });

  it('resolves unions whose members live in different contexts', async () => {
    const { data } = await market.ask(
      '{ feed { __typename ... on Review { body product { title } } ... on Product { title stock } } }',
    );
    expect(data?.['feed']).toEqual([
      { __typename: 'Review', body: 'good prd_1', product: { title: 'Product 1' } },
      { __typename: 'Review', body: 'bad prd_1', product: { title: 'Product 1' } },
      { __typename: 'Product', title: 'Product 1', stock: 0 },
    ]);
  });

  it('passes on who asks, the guest cart, the language and the request id, and the refresh token to nobody but identity', async () => {
    const { data, headers } = await market.ask(
      '{ seen { actor cartKey refreshToken locale requestId } }',
      {},
      {
        token: await market.sessions.token('usr_1'),
        headers: {
          'x-vitrina-cart': 'a-secret-of-a-cart',
          cookie: 'vitrina_refresh=top',
          'accept-language': 'de;q=0.3, ru-RU, en;q=0.9',
          'x-request-id': 'journey-0001',
        },
      },
    );
    expect(data?.['seen']).toEqual({
      actor: 'user',
      cartKey: expect.stringMatching(/^[0-9a-f]{64}$/),
      refreshToken: null,
      locale: 'ru-RU',
      requestId: 'journey-0001',
    });
    expect(headers.get('x-request-id')).toBe('journey-0001');
  });

  it('sets the cookies resolvers ask for, out of reach of scripts', async () => {
    const { headers, data } = await market.ask(
      'mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }',
      { input: { name: 'Ada' } },
    );
    expect(data).toEqual({ signIn: { user: { id: 'usr_1' } } });
    expect(headers.get('set-cookie')).toMatch(
      /^vitrina_refresh=secret-of-Ada; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('masks a defect, keeping only the id it was logged under', async () => {
    const { errors, data, text } = await market.ask('{ broken products(first: 1) { nodes { id } } }');
    expect(data).toMatchObject({ broken: null, products: { nodes: [{ id: 'prd_1' }] } });
    expect(errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(text).not.toContain('hunter2');
  });

  it('refuses a variable of the wrong type with status 400', async () => {
    const { status, errors } = await market.ask('query ($first: Int) { products(first: $first) { totalCount } }', {
      first: 'many',
    });
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(market.fetches).toEqual([]);
  });
});
