import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { closedLoop } from './closed-loop.ts';
import { steadyClient } from './graphql-target.ts';
import { openLoop } from './open-loop.ts';

describe('an open loop', () => {
  it('counts the wait of what queued behind a stall, although it was short once it ran', async () => {
    let free: Promise<unknown> = Promise.resolve();
    const oneAtATime = (index: number): Promise<unknown> => {
      free = free.then(() => (index === 0 ? pause(300) : undefined));
      return free;
    };
    const { p50, count } = await openLoop({ perSecond: 100, seconds: 0.2, work: oneAtATime });
    expect(count).toBe(20);
    expect(p50).toBeGreaterThan(100);
  });

  it('fails when one piece of work failed', async () => {
    const work = async (index: number): Promise<void> => {
      if (index === 3) throw new Error('the fourth');
    };
    await expect(openLoop({ perSecond: 200, seconds: 0.1, work })).rejects.toThrow('the fourth');
  });
});

describe('a closed loop', () => {
  it('counts finished work only, and ends with the first failure', async () => {
    let done = 0;
    const figures = await closedLoop({
      callers: 3,
      seconds: 0.1,
      work: async () => {
        await pause(10);
        done += 1;
      },
    });
    expect(figures.count).toBe(done);
    const failing = closedLoop({ callers: 3, seconds: 0.1, work: () => Promise.reject(new Error('wrong data')) });
    await expect(failing).rejects.toThrow('wrong data');
  });
});

describe('a steady client', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const answering = async (answers: readonly string[]): Promise<string> => {
    const left = [...answers];
    server = createServer((_request, response) => response.end(left.shift() ?? answers.at(-1)));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const target = { connections: 1, query: '{ a }', variables: [{}] };

  it('refuses an answer with errors from the start', async () => {
    const origin = await answering(['{"data":null,"errors":[{"message":"no"}]}']);
    await expect(steadyClient({ ...target, origin })).rejects.toThrow('answered with errors');
  });

  it('refuses an answer that is not the first one, byte for byte', async () => {
    const origin = await answering(['{"data":{"a":1}}', '{"data":{"a":1}}', '{"data":{"a":2}}']);
    const client = await steadyClient({ ...target, origin });
    expect(client.data).toEqual([{ a: 1 }]);
    await client.ask();
    await expect(client.ask()).rejects.toThrow('answered differently');
    await client.close();
  });
});
