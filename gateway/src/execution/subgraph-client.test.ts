import { setTimeout } from 'node:timers/promises';
import { manualClock } from '@vitrina/platform/clock';
import { silentLogger } from '@vitrina/platform/logging';
import type { CookieEffect } from '@vitrina/platform/subgraph';
import { OperationTypeNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type SubgraphCall, type SubgraphResult, type SubgraphTransport, SubgraphUnreachable } from './call.ts';
import { subgraphClient } from './subgraph-client.ts';

const cookie: CookieEffect = { name: 'vitrina_refresh', value: 'x', maxAgeSeconds: 1 };
const lost = () => new SubgraphUnreachable('orders', 'connection reset');
const refused = () => new SubgraphUnreachable('orders', 'connection refused', { beforeSending: true });
const late = () => new SubgraphUnreachable('orders', 'late', { timedOut: true });

const make = (
  answers: readonly (SubgraphResult | Error | 'never')[],
  timeoutMs = 1_000,
  subscribe?: SubgraphTransport['subscribe'],
) => {
  let attempts = 0;
  const clock = manualClock();
  const execute = (): Promise<SubgraphResult> => {
    const answer = answers[Math.min(attempts, answers.length - 1)];
    attempts += 1;
    if (answer === 'never') return new Promise(() => {});
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? {});
  };
  const transport = {
    execute,
    subscribe: subscribe ?? execute,
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
  const client = subgraphClient({ transports: new Map([['orders', transport]]), timeoutMs, clock, log: silentLogger });
  return { client, clock, attempts: () => attempts };
};
const call = (
  kind: OperationTypeNode,
  more: Partial<SubgraphCall['context']> = {},
  subgraph = 'orders',
): SubgraphCall => ({
  subgraph,
  kind,
  query: '{ x }',
  variables: {},
  context: {
    token: () => Promise.resolve('t'),
    meta: { requestId: 'r', ip: '', userAgent: '', locale: 'en' },
    cookies: [],
    ...more,
  },
});
const read = call(OperationTypeNode.QUERY);
const write = call(OperationTypeNode.MUTATION);
const codeOf = ({ errors }: SubgraphResult) => errors?.[0]?.extensions?.['code'];

describe('calling subgraphs', () => {
  it('tries a read again that failed quickly, once', async () => {
    const good = make([lost(), { data: { x: 1 } }]);
    expect(await good.client.execute(read)).toEqual({ data: { x: 1 } });
    const bad = make([lost()]);
    expect(codeOf(await bad.client.execute(read))).toBe('UNAVAILABLE');
    expect([good.attempts(), bad.attempts()]).toEqual([2, 2]);
  });

  it('never repeats a write that may have arrived, and repeats one that certainly did not', async () => {
    const unsure = make([lost(), { data: { x: 1 } }]);
    expect((await unsure.client.execute(write)).errors?.[0]?.message).toContain('Whether it took effect is unknown');
    const safe = make([refused(), { data: { x: 1 } }]);
    expect(await safe.client.execute(write)).toEqual({ data: { x: 1 } });
    expect([unsure.attempts(), safe.attempts()]).toEqual([1, 2]);
  });

  it('does not wait a second time after a time-out', async () => {
    const slow = make([late()]);
    expect(codeOf(await slow.client.execute(read))).toBe('UNAVAILABLE');
    const hanging = make(['never'], 20);
    expect(codeOf(await hanging.client.execute(read))).toBe('UNAVAILABLE');
    expect([slow.attempts(), hanging.attempts()]).toEqual([1, 1]);
  });

  it('stops asking a dead subgraph, and asks again after a pause', async () => {
    const { client, clock, attempts } = make([late()]);
    for (let count = 0; count < 12; count += 1) await client.execute(read);
    expect(attempts()).toBe(5);
    clock.advance(1_000);
    await client.execute(read);
    expect(attempts()).toBe(6);
  });

  it('does not hold it against a subgraph that callers hang up', async () => {
    const gone = AbortSignal.abort();
    const { client, attempts } = make([lost()]);
    for (let count = 0; count < 12; count += 1) await client.execute(call(OperationTypeNode.QUERY, { signal: gone }));
    expect(attempts()).toBe(12);
  });

  it('answers for a subgraph that is not configured, and collects cookies from one that is', async () => {
    const { client } = make([{ data: {}, extensions: { setCookies: [cookie] } }]);
    expect(codeOf(await client.execute(call(OperationTypeNode.QUERY, {}, 'nowhere')))).toBe('UNAVAILABLE');
    const cookies: CookieEffect[] = [];
    await client.execute(call(OperationTypeNode.MUTATION, { cookies }));
    expect(cookies).toEqual([cookie]);
  });

  it('lets defects through: they are not the subgraph being away', async () => {
    await expect(make([new TypeError('a bug')]).client.execute(read)).rejects.toThrow('a bug');
  });

  it('ends a subscription that opens after its caller was told that it does not', async () => {
    let ended = false;
    const end = () => {
      ended = true;
      return Promise.resolve({ done: true as const, value: undefined });
    };
    const stream: AsyncIterableIterator<SubgraphResult> = {
      next: end,
      return: end,
      [Symbol.asyncIterator]: () => stream,
    };
    const { client } = make([{ data: {} }], 20, async () => {
      await setTimeout(60);
      return stream;
    });
    expect(codeOf((await client.subscribe(call(OperationTypeNode.SUBSCRIPTION))) as SubgraphResult)).toBe(
      'UNAVAILABLE',
    );
    expect(ended).toBe(false);
    await expect.poll(() => ended).toBe(true);
  });
});
