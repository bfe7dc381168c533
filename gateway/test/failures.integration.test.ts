import { createRateLimiter } from '@vitrina/platform/rate-limit';
import { afterEach, describe, expect, it } from 'vitest';
import { composeGraph } from '../src/composition/compose.ts';
import type { SupergraphSource } from '../src/composition/supergraph-source.ts';
import { type Market, startMarket } from './fixtures/market.ts';
import { socketClient, until } from './fixtures/socket-client.ts';

const page = '{ products(first: 2) { nodes { title reviews { body } } } }';

describe('when parts fail', () => {
  let market: Market;
  afterEach(() => market.close());

  it('answers in part and at once when a subgraph is down, and fully when it is back', async () => {
    market = await startMarket('distributed');
    await market.servers.get('reviews')?.close();
    for (let round = 0; round < 8; round += 1) {
      const started = performance.now();
      const { status, data, errors } = await market.ask('{ products(first: 2) { nodes { title rating } } }');
      expect(performance.now() - started).toBeLessThan(5_000);
      expect([status, data]).toEqual([
        200,
        {
          products: {
            nodes: [
              { title: 'Product 1', rating: null },
              { title: 'Product 2', rating: null },
            ],
          },
        },
      ]);
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('reviews service does not answer'),
          extensions: { code: 'UNAVAILABLE', service: 'reviews' },
        },
      ]);
    }
    // After five failures in a row the circuit is open: the dead subgraph is no longer asked.
    expect(market.fetches.filter(({ subgraph }) => subgraph === 'reviews').length).toBeLessThan(14);
    const ready = await fetch(`${market.url}/health/ready`);
    expect(await ready.json()).toMatchObject({ degraded: ['reviews'] });
  });

  it('gives up on a subgraph that does not answer, without a second try', async () => {
    market = await startMarket('distributed', { config: { subgraphTimeoutMs: 1_000 } });
    const started = performance.now();
    const { data, errors } = await market.ask('{ slow(ms: 8000) seen { actor } }');
    expect(performance.now() - started).toBeLessThan(6_000);
    expect(data).toEqual({ slow: null, seen: { actor: 'anonymous' } });
    expect(errors?.[0]?.extensions['code']).toBe('UNAVAILABLE');
    expect(market.fetches.filter(({ subgraph }) => subgraph === 'products')).toHaveLength(1);
  });

  it('never repeats a write whose answer was lost, and says that its outcome is unknown', async () => {
    market = await startMarket('distributed');
    await market.servers.get('accounts')?.close();
    const { data, errors } = await market.ask('mutation { signIn(input: { name: "Ada" }) { user { id } } }');
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toContain('unknown');
  });

  it('answers what is under way when it is told to stop', async () => {
    market = await startMarket('distributed');
    const pending = market.ask('{ slow(ms: 400) }');
    await until('the operation runs', () => market.shelf.underWay.slow === 1);
    const closing = market.close();
    expect((await pending).data).toEqual({ slow: 'late' });
    await closing;
    market = await startMarket('embedded');
  });

  it('spends objects, not requests: what costs more is refused sooner, with the time to wait', async () => {
    market = await startMarket('embedded', {
      config: { pointsPerMinute: 60 },
      deps: { rateLimiter: createRateLimiter({ kind: 'memory' }) },
    });
    const token = await market.sessions.token('usr_1');
    for (let round = 0; round < 30; round += 1)
      expect((await market.ask('{ me { id } }', {}, { token })).status).toBe(200);
    const refused = await market.ask('{ products(first: 100) { nodes { title } } }', {}, { token });
    expect([refused.status, refused.errors?.[0]?.extensions['code']]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('takes a changed supergraph without a restart; a running subscription ends on the one it began on', async () => {
    let change: (sdl: string) => void = () => {};
    const load = (market: Market): SupergraphSource => ({
      load: () => Promise.resolve(market.supergraphSdl),
      watch: (onChange) => {
        change = onChange;
        return () => {};
      },
    });
    const other = await startMarket('embedded');
    market = await startMarket('embedded', { deps: { supergraph: load(other) } });
    await other.close();
    const client = socketClient(market.url);
    const running = client.subscribe('subscription { stockChanged(id: "prd_1") { title stock } }');
    await until('the subscription stands', () => market.shelf.underWay.sources === 1);

    change(market.supergraphSdl.replaceAll('title', 'headline'));
    expect((await market.ask(page)).errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    await market.shelf.pubsub.publish('stock:prd_1', { id: 'prd_1' });
    await until('the old subscription to go on', () => running.events.length === 1);
    expect(running.events[0]).toEqual({ data: { stockChanged: { title: 'Product 1', stock: 0 } } });

    change('not a supergraph');
    change(market.supergraphSdl);
    expect((await market.ask(page)).status).toBe(200);
    await client.dispose();
  });
});

describe('composition', () => {
  it('says which subgraphs do not fit together', () => {
    const compose = () =>
      composeGraph([
        { name: 'one', sdl: 'type Query { a: Int }' },
        { name: 'two', sdl: 'type Query { a: String }' },
      ]);
    expect(compose).toThrow(/do not compose[\s\S]*Query\.a/);
  });
});
