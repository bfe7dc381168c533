import { silentLogger } from '@vitrina/platform/logging';
import { parse } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { SubgraphResult } from '../src/execution/call.ts';
import { executeWithOwn } from '../src/execution/own-executor.ts';
import { createRunOperation } from '../src/execution/run-operation.ts';
import { eventQueue } from '../src/subscriptions/event-queue.ts';
import { createSharedSubscriptions } from '../src/subscriptions/shared-subscriptions.ts';
import { type Market, startMarket } from './fixtures/market.ts';
import { plannedFixture } from './fixtures/planned.ts';
import { type Subscription, socketClient, until } from './fixtures/socket-client.ts';

const stock = 'subscription ($id: ID!) { stockChanged(id: $id) { id stock } }';

/** Publishes until the subscription gets one event more: only then it surely runs. */
const eventually = async (market: Market, id: string, subscription: Subscription | undefined): Promise<void> => {
  const before = subscription?.events.length ?? 0;
  const publishing = setInterval(() => void market.shelf.pubsub.publish(`stock:${id}`, { id }), 25);
  await until(`an event of ${id}`, () => (subscription?.events.length ?? 0) > before).finally(() =>
    clearInterval(publishing),
  );
};

describe('sockets at their limits', () => {
  let market: Market | undefined;
  afterEach(async () => {
    await market?.close();
    market = undefined;
  });

  it('refuses one subscription more than a socket may hold, and keeps the others', async () => {
    market = await startMarket('embedded', { config: { maxSubscriptionsPerSocket: 2 } });
    const client = socketClient(market.url);
    const held = ['prd_1', 'prd_2'].map((id) => client.subscribe(stock, { id }));
    await eventually(market, 'prd_1', held[0]);
    await eventually(market, 'prd_2', held[1]);
    const [error] = await client.subscribe(stock, { id: 'prd_3' }).ended;
    expect(error).toMatchObject({
      message: expect.stringContaining('at most 2'),
      extensions: { code: 'RATE_LIMITED' },
    });
    await eventually(market, 'prd_1', held[0]);
    await client.dispose();
  });

  it('ends sockets with "going away" when the gateway stops, and leaves no source open', async () => {
    market = await startMarket('embedded');
    const client = socketClient(market.url);
    await eventually(market, 'prd_1', client.subscribe(stock, { id: 'prd_1' }));
    await market.close();
    market = undefined;
    expect((await client.closed).code).toBe(1001);
  });

  it('closes a socket that never says who it is', async () => {
    market = await startMarket('embedded');
    const socket = new WebSocket(`${market.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ seen { actor } }' } })),
    );
    expect(await closed).toBe(4401);
  });

  it('answers queries over the socket by the same rules: limits, validation, registered operations', async () => {
    market = await startMarket('embedded', { config: { freeForm: 'admins', production: true } });
    const guest = socketClient(market.url);
    expect((await guest.subscribe('{ seen { actor } }').ended)[0]?.extensions?.['code']).toBe(
      'OPERATION_NOT_REGISTERED',
    );
    const admin = socketClient(market.url, {
      authorization: `Bearer ${await market.sessions.token('usr_1', { scopes: ['admin'] })}`,
    });
    const seen = admin.subscribe('{ seen { actor requestId } }');
    expect(await seen.ended).toEqual([]);
    expect(seen.events).toMatchObject([
      { data: { seen: { actor: 'user', requestId: expect.stringMatching(/^[\w-]{36}$/) } } },
    ]);
    const [invalid] = await admin.subscribe('{ seen { acto } }').ended;
    expect(invalid).toMatchObject({
      message: 'Cannot query field "acto" on type "Seen".',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    await guest.dispose();
    await admin.dispose();
  });
});

describe('a slow reader', () => {
  it('is cut off with SLOW_CONSUMER, while the others of the same subscription go on', async () => {
    const fixture = await plannedFixture();
    let source = eventQueue<SubgraphResult>({
      maxBuffered: 1_000,
      overflow: () => new Error('unused'),
      onClose: () => {},
    });
    const client = { ...fixture.client, subscribe: () => Promise.resolve(source) };
    const run = createRunOperation(executeWithOwn, client, silentLogger);
    const shared = createSharedSubscriptions({ client, run, log: silentLogger });
    const query = 'subscription { stockChanged(id: "prd_1") { stock } }';
    const request = {
      prepared: fixture.supergraph.prepare({ document: parse(query), hash: 'slow' }),
      variables: {},
      context: fixture.context(),
    };

    const slow = await shared.join('same', request);
    const quick = await shared.join('same', request);
    const read: unknown[] = [];
    const reading = (async () => {
      for await (const event of quick) read.push(event);
    })();
    for (let count = 0; count < 100; count += 1) {
      source.push({ data: { stockChanged: { stock: count } } });
      if (count % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until('the quick reader to have all', () => read.length === 100);
    const drain = async () => {
      let count = 0;
      for await (const event of slow) if (event) count += 1;
      return count;
    };
    await expect(drain()).rejects.toMatchObject({ extensions: { code: 'SLOW_CONSUMER' } });

    source.end({ errors: [{ message: 'The products service is not there.', extensions: { code: 'UNAVAILABLE' } }] });
    await expect(reading).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
    expect(shared.upstreams).toBe(0);
    source = eventQueue<SubgraphResult>({ maxBuffered: 10, overflow: () => new Error('unused'), onClose: () => {} });
    const again = await shared.join('same', request);
    source.push({ data: { stockChanged: { stock: 7 } } });
    expect(await again.next()).toMatchObject({ value: { data: { stockChanged: { stock: 7 } } } });
    await shared.close();
    await fixture.close();
  });
});
