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

  describe('carries writes too', () => {
    const write: SubgraphCall = {
      ...call,
      kind: OperationTypeNode.MUTATION,
      query: 'mutation { change }',
      context: { ...call.context, traceparent: '00-trace-span-01', overSocket: true },
    };
    const standing = async (timeoutMs?: number) => {
      upstream = upstreamSockets('products', subgraph.url, () => Promise.resolve('of the gateway'), timeoutMs);
      expect(upstream.ask(write)).toBeUndefined();
      await upstream.subscribe(call);
      // This one is never answered.
      await until('it stands', () => upstream.ask(write)?.catch(() => undefined) !== undefined);
      await until('it was asked for', () => seen('subscribe').length === 2);
    };

    it('once it stands, each with its caller, its trace and its own answer', async () => {
      await standing();
      const answer = upstream.ask(write);
      await until('it was asked', () => seen('subscribe').length === 3);
      const [asked] = seen('subscribe').slice(-1);
      expect(asked).toMatchObject({
        payload: { query: write.query, extensions: { token: 'signed', traceparent: '00-trace-span-01' } },
      });
      subgraph.say({ type: 'next', id: asked?.id, payload: { data: { change: 1 } } });
      subgraph.say({ type: 'complete', id: asked?.id });
      expect(await answer).toEqual({ data: { change: 1 } });
    });

    it('whose outcome is unknown when the socket is lost, or no answer comes in time', async () => {
      await standing(300);
      const slow = upstream.ask(write);
      await expect(slow).rejects.toMatchObject({ name: 'SubgraphUnreachable', timedOut: true, beforeSending: false });
      await until('it was taken back', () => seen('complete').length > 0);
      const lostOne = upstream.ask(write);
      await until('it was asked', () => seen('subscribe').length === 4);
      subgraph.sockets.at(-1)?.terminate();
      await expect(lostOne).rejects.toMatchObject({ name: 'SubgraphUnreachable', beforeSending: false });
      expect(upstream.ask(write)).toBeUndefined();
    });

    it('until the subgraph is about to stop: then nothing was done, and nothing more is asked over it', async () => {
      await standing();
      const refused = upstream.ask(write);
      await until('it was asked', () => seen('subscribe').length === 3);
      const payload = [{ message: 'stopping', extensions: { code: 'SUBGRAPH_LEAVING' } }];
      subgraph.say({ type: 'error', id: seen('subscribe').at(-1)?.id, payload });
      await expect(refused).rejects.toMatchObject({ name: 'SubgraphUnreachable', beforeSending: true });
      expect(upstream.ask(write)).toBeUndefined();
    });
  });
});
