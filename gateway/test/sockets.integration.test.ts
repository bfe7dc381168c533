import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type Market, startMarket } from './fixtures/market.ts';
import { type RawSocket, rawSocket } from './fixtures/raw-socket.ts';
import { socketClient, until } from './fixtures/socket-client.ts';

const seen = '{ seen { actor } }';
const stock = 'subscription ($id: ID!) { stockChanged(id: $id) { id stock } }';
const subscribe = (id: unknown, payload: unknown = { query: seen }) => ({ type: 'subscribe', id, payload });

describe('a socket that breaks the protocol', () => {
  let market: Market;
  beforeAll(async () => {
    market = await startMarket('embedded', {
      config: { maxBodyBytes: 4_096 },
      deps: { socketTimes: { initWaitMs: 2_000, pingEveryMs: 300 } },
    });
  });
  afterAll(() => market.close());

  const openSockets = async () =>
    Number(/^vitrina_gateway_sockets (\d+)/m.exec(await (await fetch(`${market.url}/metrics`)).text())?.[1]);
  const nested = `${'['.repeat(1_000)}${']'.repeat(1_000)}`;
  it.each([
    ['garbage', 4400, (raw: RawSocket) => raw.send('{"type":')],
    ['a list', 4400, (raw: RawSocket) => raw.send([])],
    ['null', 4400, (raw: RawSocket) => raw.send('null')],
    ['deep nesting', 4400, (raw: RawSocket) => raw.send(nested)],
    ['a type of the server', 4400, (raw: RawSocket) => raw.send({ type: 'next', id: '1', payload: {} })],
    ['an unknown type', 4400, (raw: RawSocket) => raw.send({ type: 'start', id: '1' })],
    ['no type', 4400, (raw: RawSocket) => raw.send({ id: '1' })],
    ['an id that is no text', 4400, (raw: RawSocket) => raw.send(subscribe(1))],
    ['an empty id', 4400, (raw: RawSocket) => raw.send(subscribe(''))],
    ['a very long id', 4400, (raw: RawSocket) => raw.send(subscribe('x'.repeat(129)))],
    ['no payload', 4400, (raw: RawSocket) => raw.send({ type: 'subscribe', id: '1' })],
    ['a query that is no text', 4400, (raw: RawSocket) => raw.send(subscribe('1', { query: ['{ seen }'] }))],
    ['variables that are a list', 4400, (raw: RawSocket) => raw.send(subscribe('1', { query: seen, variables: [] }))],
    ['an init with text', 4400, (raw: RawSocket) => raw.send({ type: 'connection_init', payload: 'token' })],
    ['a binary frame', 4400, (raw: RawSocket) => raw.socket.send(Buffer.from('{"type":"ping"}'))],
    ['an oversized frame', 1009, (raw: RawSocket) => raw.send({ type: 'ping', payload: { text: 'x'.repeat(5_000) } })],
    ['a broken character', 1007, (raw: RawSocket) => raw.socket.send(Buffer.from([0xff]), { binary: false })],
    ['an operation before init', 4401, (raw: RawSocket) => raw.send(subscribe('1'))],
    ['nothing at all', 4408, () => undefined],
    ['pings alone', 4408, (raw: RawSocket) => raw.send({ type: 'ping' })],
  ])('is closed for %s with %i', async (_what, code, misbehave) => {
    const raw = await rawSocket(market.url);
    misbehave(raw);
    expect((await raw.closed).code).toBe(code);
  });

  it('is closed with 4429 when it says twice who it is, also when the first is still looked at', async () => {
    const twice = await rawSocket(market.url);
    for (const _ of [1, 2]) twice.send({ type: 'connection_init' });
    expect((await twice.closed).code).toBe(4429);
    const later = await (await rawSocket(market.url)).init();
    later.send({ type: 'connection_init' });
    expect((await later.closed).code).toBe(4429);
  });

  it('is closed with 4401 when it does not wait for the acknowledgement', async () => {
    const raw = await rawSocket(market.url);
    raw.send({ type: 'connection_init' });
    raw.send(subscribe('1'));
    expect((await raw.closed).code).toBe(4401);
  });

  it('is closed with 4409 when it uses an id twice, and an id can be used again afterwards', async () => {
    const raw = await (await rawSocket(market.url)).init();
    raw.send(subscribe('1'));
    await until('it was done', () => raw.frames.some(({ type }) => type === 'complete'));
    raw.subscribe('1', stock, { id: 'prd_1' });
    raw.subscribe('1', stock, { id: 'prd_1' });
    expect(await raw.closed).toMatchObject({ code: 4409 });
  });

  it('is closed with 4406 when it asks for another subprotocol', async () => {
    for (const protocols of [[], ['graphql-ws']]) {
      const socket = new WebSocket(`${market.url.replace('http', 'ws')}/graphql`, protocols);
      const code = await new Promise<number>((resolve) => {
        socket.once('close', resolve);
        socket.once('error', () => undefined);
      });
      // A client that offered others only breaks off by itself before it hears of the code.
      expect([4406, 1006]).toContain(code);
    }
  });

  it('answers pings with what they carried, and names like __proto__ are ordinary ids', async () => {
    const raw = await (await rawSocket(market.url)).init();
    raw.send({ type: 'ping', payload: { at: 7 } });
    raw.send({ type: 'ping' });
    raw.send({ type: 'complete', id: 'never-began' });
    raw.subscribe('__proto__', seen);
    expect(await raw.answer('__proto__')).toMatchObject({ payload: { data: { seen: { actor: 'anonymous' } } } });
    expect(raw.frames.filter(({ type }) => type === 'pong')).toEqual([
      { type: 'pong', payload: { at: 7 } },
      { type: 'pong' },
    ]);
    await raw.close();
  });

  it('is dropped when its peer gives no sign of life any more', async () => {
    const raw = await (await rawSocket(market.url)).init();
    // As a phone without a network: the connection stands, nobody reads it.
    const { _socket: connection } = raw.socket as unknown as { _socket: { pause(): void; resume(): void } };
    connection.pause();
    await vi.waitFor(async () => expect(await openSockets()).toBe(0), { timeout: 20_000 });
    connection.resume();
    expect((await raw.closed).code).toBe(1006);
    const alive = await (await rawSocket(market.url)).init();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
    await alive.close();
  });
});

describe('operations over a socket', () => {
  it('follow the rules of HTTP: limits, validation, registered operations', async () => {
    const market = await startMarket('embedded', { config: { freeForm: 'admins', production: true } });
    const guest = socketClient(market.url);
    expect((await guest.subscribe(seen).ended)[0]?.extensions?.['code']).toBe('OPERATION_NOT_REGISTERED');
    const admin = socketClient(market.url, {
      authorization: `Bearer ${await market.sessions.token('usr_1', { scopes: ['admin'] })}`,
    });
    const asked = admin.subscribe('{ seen { actor requestId } }');
    expect(await asked.ended).toEqual([]);
    expect(asked.events).toMatchObject([
      { data: { seen: { actor: 'user', requestId: expect.stringMatching(/^[\w-]{36}$/) } } },
    ]);
    const [invalid] = await admin.subscribe('{ seen { acto } }').ended;
    expect(invalid).toMatchObject({
      message: 'Cannot query field "acto" on type "Seen".',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(invalid?.extensions).not.toHaveProperty('http');
    await guest.dispose();
    await admin.dispose();
    await market.close();
  });

  it('that fail leave the socket and its other operations alone', async () => {
    const market = await startMarket('embedded');
    const raw = await (await rawSocket(market.url)).init();
    raw.subscribe('held', stock, { id: 'prd_1' });
    raw.subscribe('broken', '{ broken }');
    raw.subscribe('absent', stock, { id: 'prd_99' });
    expect((await raw.answer('broken')).payload).toMatchObject({
      data: { broken: null },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    expect(await raw.answer('absent')).toMatchObject({
      type: 'error',
      payload: [{ message: 'There is no such product.', extensions: { code: 'NOT_FOUND' } }],
    });
    await market.ask('mutation { setStock(id: "prd_1", stock: 3) { id } }');
    expect((await raw.answer('held')).payload).toEqual({ data: { stockChanged: { id: 'prd_1', stock: 3 } } });
    await raw.close();
    await market.close();
  });
});
