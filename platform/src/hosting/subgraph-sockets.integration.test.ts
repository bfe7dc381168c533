import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createPubSub } from '../pubsub/index.ts';
import { serveTicks, type Ticks } from './fixtures/serve-ticks.ts';

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

const until = async (check: () => boolean): Promise<void> => {
  for (let tries = 0; !check(); tries += 1) {
    if (tries > 2_000) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** What the held mutations wait for. */
const gate = { letGo: () => {}, held: 0 };

describe('the sockets of a subgraph', () => {
  const pubsub = createPubSub({ kind: 'process' });
  let server: Ticks['server'];
  let signer: Ticks['signer'];

  beforeAll(async () => {
    const resolvers = {
      Mutation: {
        hold: async (_root: unknown, _args: unknown, { signal }: { signal: AbortSignal }) => {
          gate.held += 1;
          await new Promise<void>((resolve) => {
            gate.letGo = resolve;
            signal.addEventListener('abort', () => resolve());
          });
          gate.held -= 1;
          return !signal.aborted;
        },
      },
      Subscription: {
        tick: {
          subscribe: (_root: unknown, { topic }: { topic: string }) => pubsub.subscribe(topic),
          resolve: (event: unknown) => event,
        },
      },
    };
    ({ server, signer } = await serveTicks({ resolvers }));
  });
  afterAll(async () => {
    // The server was stopped by the last test.
    await pubsub.close();
  });

  const open = async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const frames: Frame[] = [];
    socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
    const closed = once(socket, 'close').then(([code]) => Number(code));
    await once(socket, 'open');
    return { frames, closed, socket, send: (message: unknown) => socket.send(JSON.stringify(message)) };
  };
  const introduced = async () => {
    const gateway = await open();
    const token = await signer.sign({ actor: { kind: 'service', name: 'gateway' } });
    gateway.send({ type: 'connection_init', payload: { token } });
    await until(() => gateway.frames.some(({ type }) => type === 'connection_ack'));
    return gateway;
  };
  const operation = async (id: string, query: string, variables = {}) => ({
    type: 'subscribe',
    id,
    payload: {
      query,
      variables,
      extensions: {
        token: await signer.sign({ actor: { kind: 'anonymous' } }),
        meta: { requestId: 'r', ip: '', userAgent: '', locale: 'en' },
      },
    },
  });
  const tick = 'subscription ($topic: String!) { tick(topic: $topic) }';

  it('close for whoever is no service, does not wait to be let in, or talks nonsense', async () => {
    const person = await open();
    person.send({ type: 'connection_init', payload: { token: await signer.sign({ actor: { kind: 'anonymous' } }) } });
    expect(await person.closed).toBe(4403);
    const hasty = await open();
    hasty.send(await operation('1', '{ who }'));
    expect(await hasty.closed).toBe(4401);
    const odd = await open();
    odd.send({ type: 'hello' });
    expect(await odd.closed).toBe(4400);
  });

  it('carry many operations, each with its own caller, and a refusal ends only its own', async () => {
    const gateway = await introduced();
    gateway.send(await operation('asked', '{ who }'));
    gateway.send({ type: 'subscribe', id: 'nobody', payload: { query: '{ who }' } });
    gateway.send(await operation('unreadable', '{ who'));
    gateway.send(await operation('unknown', 'subscription { tock }'));
    gateway.send({ type: 'ping' });
    await until(() => gateway.frames.length >= 7);
    const of = (wanted: string) => gateway.frames.filter(({ id }) => id === wanted);
    expect(of('asked')).toEqual([
      { id: 'asked', type: 'next', payload: { data: { who: 'anonymous' } } },
      { id: 'asked', type: 'complete' },
    ]);
    expect(of('nobody')).toMatchObject([{ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] }]);
    expect(of('unreadable')).toMatchObject([{ type: 'error' }]);
    expect(of('unknown')).toMatchObject([{ type: 'error' }]);
    gateway.socket.close();
  });

  it('pass events on in order until their reader leaves, and let the source go', async () => {
    const gateway = await introduced();
    gateway.send(await operation('1', tick, { topic: 'a' }));
    gateway.send(await operation('2', tick, { topic: 'b' }));
    const got = (wanted: string) =>
      gateway.frames.flatMap(({ id, payload }) =>
        id === wanted ? [(payload as { data: { tick: string } }).data.tick] : [],
      );
    const publishing = setInterval(() => void pubsub.publish('a', 'early'), 10);
    await until(() => got('1').length > 0);
    clearInterval(publishing);
    const before = got('1').length;
    for (const text of ['x', 'y', 'z']) await pubsub.publish('a', text);
    await until(() => got('1').length >= before + 3);
    expect(got('1').slice(-3)).toEqual(['x', 'y', 'z']);
    gateway.send({ type: 'complete', id: '1' });
    await pubsub.publish('b', 'still here');
    await until(() => got('2').includes('still here'));
    const after = got('1').length;
    await pubsub.publish('a', 'nobody reads this');
    await pubsub.publish('b', 'last');
    await until(() => got('2').includes('last'));
    expect(got('1')).toHaveLength(after);
    gateway.socket.close();
  });

  it('break off what nobody waits for any more', async () => {
    const gateway = await introduced();
    gateway.send(await operation('1', 'mutation { hold }'));
    await until(() => gate.held === 1);
    gateway.send({ type: 'complete', id: '1' });
    await until(() => gate.held === 0);
    gateway.send(await operation('2', 'mutation { hold }'));
    await until(() => gate.held === 1);
    gateway.socket.terminate();
    await until(() => gate.held === 0);
  });

  it('answer what was asked before they go, and nothing new', async () => {
    const gateway = await introduced();
    gateway.send(await operation('owed', 'mutation { hold }'));
    await until(() => gate.held === 1);
    const stopped = server.close();
    gateway.send(await operation('new', '{ who }'));
    await until(() => gateway.frames.some(({ id }) => id === 'new'));
    gate.letGo();
    expect(await gateway.closed).toBe(1001);
    await stopped;
    const said = gateway.frames.filter(({ id }) => id !== undefined);
    expect(said).toEqual([
      {
        id: 'new',
        type: 'error',
        payload: [{ message: expect.any(String), extensions: { code: 'SUBGRAPH_LEAVING' } }],
      },
      { id: 'owed', type: 'next', payload: { data: { hold: true } } },
      { id: 'owed', type: 'complete' },
    ]);
  });
});
