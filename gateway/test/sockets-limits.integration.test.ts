import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { GatewayConfig } from '../src/config/gateway-config.ts';
import { type Market, startMarket } from './fixtures/market.ts';
import { type RawSocket, rawSocket } from './fixtures/raw-socket.ts';
import { until } from './fixtures/socket-client.ts';

const stock = 'subscription ($id: ID!) { stockChanged(id: $id) { id stock } }';
const long = 'query ($ms: Int!) { slow(ms: $ms) }';

/** What is still held once everything that nobody needs is gone. */
const heldBytes = (): number => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
};

/** Publishes until the operation got an event: only then it surely runs. */
const running = async (market: Market, raw: RawSocket, id: string): Promise<void> => {
  const events = () => raw.frames.filter((frame) => frame.id === id && frame.type === 'next').length;
  const before = events();
  const publishing = setInterval(() => void market.shelf.pubsub.publish('stock:prd_1', { id: 'prd_1' }), 20);
  await until(`operation ${id} ran`, () => events() > before).finally(() => clearInterval(publishing));
};

const gauge = async (market: Market, name: string): Promise<number> => {
  const text = await (await fetch(`${market.url}/metrics`)).text();
  return Number(new RegExp(`^vitrina_gateway_${name} (\\d+)`, 'm').exec(text)?.[1]);
};

/** Waits until a live count of the gateway is that. */
const counted = async (market: Market, name: string, wanted: number): Promise<void> => {
  for (let tries = 0; (await gauge(market, name)) !== wanted; tries += 1) {
    if (tries > 1_000) throw new Error(`vitrina_gateway_${name} never was ${wanted}.`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
};

describe('sockets at their limits', () => {
  let market: Market | undefined;
  const open = async (config: Partial<GatewayConfig> = {}): Promise<Market> => {
    market = await startMarket('embedded', { config });
    return market;
  };
  afterEach(async () => {
    await market?.close();
    market = undefined;
  });
  const known = async (place: Market, user?: string): Promise<RawSocket> => {
    const raw = await rawSocket(place.url);
    return raw.init(user ? { token: await place.sessions.token(user) } : undefined);
  };
  const refused = (raw: RawSocket) => raw.frames.filter(({ type }) => type === 'error');

  it('refuse one operation more than a socket may run, and take it when another has ended', async () => {
    const place = await open({ maxSubscriptionsPerSocket: 2 });
    const raw = await known(place);
    for (const id of ['1', '2', '3']) raw.subscribe(id, stock, { id: 'prd_1' });
    expect((await raw.answer('3')).payload).toMatchObject([
      { message: expect.stringContaining('at most 2'), extensions: { code: 'RATE_LIMITED' } },
    ]);
    await running(place, raw, '1');
    raw.send({ type: 'complete', id: '2' });
    raw.subscribe('4', stock, { id: 'prd_1' });
    await running(place, raw, '4');
    await raw.close();
  });

  it('count what one caller runs over all their sockets, and nobody else’s', async () => {
    const place = await open({ maxSubscriptionsPerUser: 3 });
    const [one, two, other] = [await known(place, 'usr_1'), await known(place, 'usr_1'), await known(place, 'usr_2')];
    for (const id of ['1', '2']) for (const raw of [one, two]) raw.subscribe(id, stock, { id: 'prd_1' });
    await until('the fourth was refused', () => refused(one).length + refused(two).length === 1);
    other.subscribe('1', stock, { id: 'prd_1' });
    await running(place, other, '1');
    await one.close();
    await counted(place, 'subscriptions', 3 - refused(two).length);
    two.subscribe('3', stock, { id: 'prd_1' });
    await running(place, two, '3');
    for (const raw of [two, other]) await raw.close();
    await counted(place, 'subscriptions', 0);
  });

  it('count sockets: of a caller, of an address, and of an address before anybody said who they are', async () => {
    const place = await open({ maxSocketsPerUser: 2, maxSocketsPerAddress: 5, maxWaitingSocketsPerAddress: 2 });
    const first = [await known(place, 'usr_1'), await known(place, 'usr_1')];
    const third = await rawSocket(place.url);
    third.send({ type: 'connection_init', payload: { token: await place.sessions.token('usr_1') } });
    expect(await third.closed).toMatchObject({ code: 4430, reason: expect.stringContaining('At most 2 sockets') });
    await counted(place, 'sockets', 2);
    const silent = [await rawSocket(place.url), await rawSocket(place.url)];
    await expect(rawSocket(place.url)).rejects.toThrow('429');
    for (const raw of silent) await raw.init();
    const last = await known(place);
    await expect(rawSocket(place.url)).rejects.toThrow('429');
    await last.close();
    await counted(place, 'sockets', 4);
    await (await known(place)).close();
    for (const raw of [...first, ...silent]) await raw.close();
  });

  it('refuse 10,000 subscriptions of one socket without work, send it away, and leave the others alone', async () => {
    const place = await open();
    const neighbour = await known(place);
    neighbour.subscribe('held', stock, { id: 'prd_1' });
    await running(place, neighbour, 'held');
    const before = heldBytes();
    const flooder = await known(place, 'usr_1');
    for (let id = 0; id < 10_000; id += 1) flooder.subscribe(String(id), stock, { id: 'prd_1' });
    const askedAt = performance.now();
    neighbour.subscribe('asked', '{ seen { actor } }');
    await neighbour.answer('asked');
    expect(performance.now() - askedAt).toBeLessThan(10_000);
    expect(await flooder.closed).toMatchObject({ code: 4430 });
    expect(refused(flooder).length).toBe(100);
    await running(place, neighbour, 'held');
    await counted(place, 'subscriptions', 1);
    expect(heldBytes() - before).toBeLessThan(64 * 1_048_576);
    await neighbour.close();
  });

  it('close a peer that does not read what it is sent', async () => {
    const place = await open({ maxBufferedBytes: 65_536 });
    const raw = await known(place);
    const { _socket: connection } = raw.socket as unknown as { _socket: { pause(): void; resume(): void } };
    raw.subscribe('1', stock, { id: 'prd_1' });
    await running(place, raw, '1');
    connection.pause();
    const title = 'subscription { stockChanged(id: "prd_2") { title } }';
    place.shelf.products.set('prd_2', { id: 'prd_2', title: 'x'.repeat(200_000), stock: 1, sellerId: 'usr_1' });
    raw.subscribe('2', title);
    const flooding = setInterval(() => void place.shelf.pubsub.publish('stock:prd_2', { id: 'prd_2' }), 5);
    await counted(place, 'sockets', 0).finally(() => clearInterval(flooding));
    await counted(place, 'subscriptions', 0);
    connection.resume();
    expect([1006, 4413]).toContain((await raw.closed).code);
  });
});

describe('a gateway that stops', () => {
  it('takes no new sockets, lets what runs finish, and sends everybody elsewhere with 1001', async () => {
    const market = await startMarket('embedded');
    const idle = await (await rawSocket(market.url)).init();
    idle.subscribe('held', stock, { id: 'prd_1' });
    await running(market, idle, 'held');
    const busy = await (await rawSocket(market.url)).init();
    busy.subscribe('long', long, { ms: 600 });
    await until('the long operation runs', () => market.shelf.underWay.slow === 1);
    const stopped = market.close();
    expect(await idle.closed).toMatchObject({ code: 1001, reason: expect.stringContaining('resume') });
    // A client told "complete" would take its subscription for ended and not come back for the rest.
    expect(idle.frames.filter(({ type }) => type === 'complete')).toEqual([]);
    const late = new WebSocket(`${market.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    expect(String(await once(late, 'error'))).toMatch(/503|ECONNREFUSED/);
    expect((await busy.closed).code).toBe(1001);
    expect(busy.frames.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete']);
    await stopped;
  });

  it('spreads the goodbyes, so that many do not come back in one moment', async () => {
    const market = await startMarket('embedded', {
      config: { drainSpreadMs: 1_000, maxWaitingSocketsPerAddress: 1_000 },
    });
    const sockets = await Promise.all(Array.from({ length: 240 }, () => rawSocket(market.url)));
    await Promise.all(sockets.map((raw) => raw.init()));
    const closedAt: number[] = [];
    const closing = sockets.map((raw) => raw.closed.then(() => closedAt.push(performance.now())));
    await market.close();
    await Promise.all(closing);
    expect(Math.max(...closedAt) - Math.min(...closedAt)).toBeGreaterThan(60);
  });
});
