import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { OperationTypeNode } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SubgraphCall } from '../src/execution/call.ts';
import { type UpstreamSockets, upstreamSockets } from '../src/subscriptions/upstream-sockets.ts';
import { until } from './fixtures/socket-client.ts';

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: Record<string, unknown>;
}

/** A subgraph's socket that does only what a test tells it to. */
const fakeSubgraph = async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const sockets: WebSocket[] = [];
  const got: Message[] = [];
  const behaviour = { acknowledges: true };
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message;
      got.push(message);
      if (message.type === 'connection_init' && behaviour.acknowledges)
        socket.send(JSON.stringify({ type: 'connection_ack' }));
    });
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    sockets,
    got,
    behaviour,
    say: (message: unknown) => sockets.at(-1)?.send(typeof message === 'string' ? message : JSON.stringify(message)),
    close: async () => {
      for (const socket of sockets) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const call: SubgraphCall = {
  subgraph: 'products',
  kind: OperationTypeNode.SUBSCRIPTION,
  query: 'subscription { changed { id } }',
  variables: {},
  context: {
    token: () => Promise.resolve('signed'),
    meta: { requestId: 'r', ip: '', userAgent: '', locale: 'en' },
    cookies: [],
  },
};

describe('the socket to a subgraph', () => {
  let subgraph: Awaited<ReturnType<typeof fakeSubgraph>>;
  let upstream: UpstreamSockets;
  beforeEach(async () => {
    subgraph = await fakeSubgraph();
    upstream = upstreamSockets('products', subgraph.url, () => Promise.resolve('of the gateway'));
  });
  afterEach(async () => {
    await upstream.close();
    await subgraph.close();
  });
  const seen = (type: string) => subgraph.got.filter((message) => message.type === type);
  const lost = { done: false, value: { errors: [{ extensions: { code: 'UNAVAILABLE', service: 'products' } }] } };

  it('is one for many operations, each with its own caller and its own end', async () => {
    const [one, two] = [await upstream.subscribe(call), await upstream.subscribe(call)];
    await until('both are asked for', () => seen('subscribe').length === 2);
    expect(subgraph.sockets).toHaveLength(1);
    expect(seen('connection_init')).toMatchObject([{ payload: { token: 'of the gateway' } }]);
    expect(seen('subscribe')).toMatchObject([
      { payload: { query: call.query, extensions: { token: 'signed' } } },
      { payload: { query: call.query } },
    ]);
    const [first, second] = seen('subscribe').map(({ id }) => id);
    subgraph.say({ type: 'next', id: first, payload: { data: { changed: { id: '1' } } } });
    expect(await one.next()).toEqual({ done: false, value: { data: { changed: { id: '1' } } } });
    subgraph.say({ type: 'error', id: second, payload: [{ message: 'not for you' }] });
    expect(await two.next()).toEqual({ done: false, value: { errors: [{ message: 'not for you' }] } });
    expect((await two.next()).done).toBe(true);
    subgraph.say({ type: 'complete', id: first });
    expect((await one.next()).done).toBe(true);
    expect(seen('complete')).toEqual([]);
  });

  it('tells the subgraph when a reader leaves, also one that left before the socket stood', async () => {
    const early = upstream.subscribe(call);
    subgraph.behaviour.acknowledges = false;
    const waiting = upstream.subscribe(call);
    await until('the gateway introduced itself', () => seen('connection_init').length === 1);
    subgraph.say({ type: 'connection_ack' });
    await (await early).return?.();
    await (await waiting).return?.();
    await until('both were taken back', () => seen('complete').length === 2);
  });

  it('ends what runs over it when it is lost, and the next subscription opens another', async () => {
    const running = await upstream.subscribe(call);
    await until('it was asked for', () => seen('subscribe').length === 1);
    subgraph.sockets[0]?.terminate();
    expect(await running.next()).toMatchObject(lost);
    expect((await running.next()).done).toBe(true);
    await upstream.subscribe(call);
    await until('another one was opened', () => subgraph.sockets.length === 2);
  });

  it('takes words it cannot read for a loss', async () => {
    const running = await upstream.subscribe(call);
    await until('it was asked for', () => seen('subscribe').length === 1);
    subgraph.say('{"type":');
    expect(await running.next()).toMatchObject(lost);
  });

  it('says that the source is not there when nobody listens, or the gateway is not let in', async () => {
    const nowhere = upstreamSockets('products', 'ws://127.0.0.1:9/graphql', () => Promise.resolve(''));
    expect(await (await nowhere.subscribe(call)).next()).toMatchObject(lost);
    subgraph.behaviour.acknowledges = false;
    const refused = upstream.subscribe(call);
    await until('the gateway introduced itself', () => seen('connection_init').length === 1);
    subgraph.sockets[0]?.close(4403);
    expect(await (await refused).next()).toMatchObject(lost);
  });
});
