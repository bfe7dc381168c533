import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, startMarket } from './fixtures/market.ts';
import { type SocketClient, socketClient, until } from './fixtures/socket-client.ts';

const stockWithReviews =
  'subscription ($id: ID!) { stockChanged(id: $id) { id stock price { amountMinor } seller { name } reviews { body author { name } } } }';

describe.each(['embedded', 'distributed'] as const)('subscriptions through the planner, %s', (topology) => {
  let market: Market;
  const clients: SocketClient[] = [];
  const connect = (params: Record<string, unknown> = {}, headers: Record<string, string> = {}): SocketClient => {
    const client = socketClient(market.url, params, headers);
    clients.push(client);
    return client;
  };
  const setStock = (id: string, stock: number) =>
    market.ask('mutation ($id: ID!, $stock: Int!) { setStock(id: $id, stock: $stock) { stock } }', { id, stock });
  const gauge = async (name: string) =>
    Number(
      new RegExp(`^vitrina_gateway_${name} (\\d+)`, 'm').exec(await (await fetch(`${market.url}/metrics`)).text())?.[1],
    );
  const upstreams = () => gauge('upstream_subscriptions');
  /** Waits until that many subscriptions run, and their sources stand. */
  const running = async (count: number) => {
    for (let tries = 0; (await gauge('subscriptions')) !== count; tries += 1) {
      if (tries > 800) throw new Error(`Waited in vain for ${count} running subscriptions.`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    const sources = await upstreams();
    await until('their sources stand', () => market.shelf.underWay.sources === sources);
  };

  beforeAll(async () => {
    market = await startMarket(topology);
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await market.close();
  });

  it('selects fields of three contexts, and foreign fields that changed between two events show the new values', async () => {
    const subscription = connect().subscribe(stockWithReviews, { id: 'prd_1' });
    await running(1);
    await setStock('prd_1', 41);
    await until('the first event', () => subscription.events.length === 1);
    const review = market.shelf.reviews.find(({ productId }) => productId === 'prd_1');
    if (review) review.body = 'changed';
    market.shelf.users.set('usr_1', { id: 'usr_1', name: 'Ada II' });
    await setStock('prd_1', 42);
    await until('the second event', () => subscription.events.length === 2);
    market.shelf.users.set('usr_1', { id: 'usr_1', name: 'Ada' });
    expect(subscription.events[0]).toMatchObject({
      data: {
        stockChanged: {
          stock: 41,
          price: { amountMinor: '1250' },
          seller: { name: 'Ada' },
          reviews: [{ body: 'good prd_1' }, {}],
        },
      },
    });
    expect(subscription.events[1]).toMatchObject({
      data: {
        stockChanged: {
          stock: 42,
          seller: { name: 'Ada II' },
          reviews: [{ body: 'changed', author: { name: 'Ada II' } }, {}],
        },
      },
    });
    subscription.stop();
    await running(0);
  });

  it('opens one subscription upstream for many equal ones of one viewer, and closes it with the last', async () => {
    const before = await upstreams();
    const subscriptions = Array.from({ length: 20 }, () => connect().subscribe(stockWithReviews, { id: 'prd_2' }));
    await running(20);
    expect(await upstreams()).toBe(before + 1);
    const fetches = market.fetches.length;
    await setStock('prd_2', 7);
    await until('everybody got the event', () => subscriptions.every(({ events }) => events.length === 1));
    expect(market.fetches.length - fetches).toBe(4);
    for (const { stop } of subscriptions) stop();
    await running(0);
    expect(await upstreams()).toBe(before);
  });

  it('does not share between viewers', async () => {
    const before = await upstreams();
    const tokens = await Promise.all(['usr_1', 'usr_2'].map((user) => market.sessions.token(user)));
    const subscriptions = tokens.map((token) => connect({ token }).subscribe(stockWithReviews, { id: 'prd_3' }));
    await running(2);
    expect(await upstreams()).toBe(before + 2);
    for (const { stop } of subscriptions) stop();
    await running(0);
  });

  it('answers a refusal of the subgraph as an error of that operation, leaving the socket open', async () => {
    const client = connect();
    const refused = client.subscribe('subscription { stockChanged(id: "prd_99") { id } }');
    expect(await refused.ended).toMatchObject([
      { message: 'There is no such product.', extensions: { code: 'NOT_FOUND' } },
    ]);
    const next = client.subscribe('{ products(first: 1) { totalCount } }');
    expect(await next.ended).toEqual([]);
    expect(next.events).toEqual([{ data: { products: { totalCount: 12 } } }]);
  });

  it('refuses a guarded subscription before it is planned', async () => {
    const [error] = await connect({ token: await market.sessions.token('usr_1') }).subscribe(
      'subscription { allStock { id } }',
    ).ended;
    expect(error).toMatchObject({ extensions: { code: 'FORBIDDEN', coordinate: 'Subscription.allStock' } });
  });

  it('refuses a subscription sent by POST, naming the protocol', async () => {
    const { status, errors } = await market.ask('subscription { stockChanged(id: "prd_1") { id } }');
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('graphql-transport-ws'),
      extensions: { code: 'SUBSCRIPTION_OVER_HTTP' },
    });
  });

  it('closes a socket that shows a wrong token with 4403 and the remedy', async () => {
    const client = connect({ authorization: 'Bearer nonsense' });
    client.subscribe('{ seen { actor } }');
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('sign in again') });
  });

  it('closes a socket when its access token expires', async () => {
    const client = connect({ token: await market.sessions.token('usr_1', { seconds: 3 }) });
    const subscription = client.subscribe(stockWithReviews, { id: 'prd_4' });
    const closed = await client.closed;
    expect(closed).toMatchObject({ code: 4403, reason: expect.stringContaining('expired') });
    await subscription.ended;
  });

  it('closes the sockets of a revoked session within about a second', async () => {
    const client = connect({ token: await market.sessions.token('usr_2', { sessionId: 'ses_gone' }) });
    client.subscribe(stockWithReviews, { id: 'prd_4' });
    await running(1);
    const revokedAt = Date.now();
    market.sessions.states.set('ses_gone', { active: false, userId: 'usr_2', scopes: [], shops: {} });
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('ended') });
    expect(Date.now() - revokedAt).toBeLessThan(10_000);
  });

  it('refuses a socket from a foreign page', async () => {
    const client = connect({}, { origin: 'https://evil.example' });
    expect(await client.subscribe('{ seen { actor } }').ended).toHaveLength(1);
    const client403 = await fetch(`${market.url}/graphql`, { headers: { origin: 'https://evil.example' } });
    expect(client403.headers.get('access-control-allow-origin')).toBeNull();
    const own = connect({}, { origin: market.url });
    expect(await own.subscribe('{ seen { actor } }').ended).toEqual([]);
  });
});
