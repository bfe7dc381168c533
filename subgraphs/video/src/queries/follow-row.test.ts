import { silentLogger } from '@vitrina/platform/logging';
import { createPubSub } from '@vitrina/platform/pubsub';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Following, followRow } from './follow-row.ts';

interface Row {
  readonly version: number;
  readonly over?: boolean;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A row that is followed, and what is heard of it. */
const follow = async (pubsub = createPubSub({ kind: 'process' })) => {
  const now: { row: Row | undefined } = { row: { version: 1 } };
  const life = new AbortController();
  let reads = 0;
  const following: Following<Row> = {
    topic: 'video.test',
    signal: life.signal,
    read: async () => {
      reads += 1;
      return now.row;
    },
    isNews: (before, row) => before === undefined || row.version > before.version,
    isOver: ({ over }) => over === true,
  };
  const events = await followRow({ pubsub, log: silentLogger }, following);
  const heard: (number | 'end')[] = [];
  const listen = async () => {
    for await (const { version } of events) heard.push(version);
    heard.push('end');
  };
  const settled = async (ms = 0) => {
    await vi.advanceTimersByTimeAsync(ms);
    return heard.splice(0);
  };
  return { now, life, events, listen, settled, hint: () => pubsub.publish('video.test', {}), reads: () => reads };
};

describe('following a row', () => {
  it('tells how it is at once, and each change with its hint', async () => {
    const { now, listen, settled, hint } = await follow();
    void listen();
    expect(await settled()).toEqual([1]);
    now.row = { version: 2 };
    await hint();
    expect(await settled()).toEqual([2]);
    now.row = { version: 3, over: true };
    await hint();
    expect(await settled()).toEqual([3, 'end']);
  });

  it('tells nothing twice, nor what is older than what was told', async () => {
    const { now, listen, settled, hint } = await follow();
    void listen();
    await settled();
    await hint();
    expect(await settled()).toEqual([]);
    now.row = { version: 0 };
    await hint();
    expect(await settled()).toEqual([]);
  });

  it('makes up for a hint that was lost by looking after some seconds', async () => {
    const { now, listen, settled } = await follow();
    void listen();
    await settled();
    now.row = { version: 2 };
    expect(await settled(4_900)).toEqual([]);
    expect(await settled(200)).toEqual([2]);
  });

  it('hears a change that came while nobody was listening', async () => {
    const { now, events, hint } = await follow();
    expect(await events.next()).toEqual({ done: false, value: { version: 1 } });
    now.row = { version: 2 };
    await hint();
    // No time passes: a hint that rang before somebody waited is not waited out.
    expect(await events.next()).toEqual({ done: false, value: { version: 2 } });
  });

  it('ends when the row is gone, or was never there', async () => {
    const { now, listen, settled, hint } = await follow();
    void listen();
    await settled();
    now.row = undefined;
    await hint();
    expect(await settled()).toEqual(['end']);
  });

  it('ends with its listener, also in the middle of waiting, and looks no more', async () => {
    for (const leave of ['return', 'abort'] as const) {
      const { life, events, listen, settled, reads } = await follow();
      void listen();
      expect(await settled()).toEqual([1]);
      if (leave === 'abort') life.abort();
      else await events.return?.();
      expect(await settled()).toEqual(['end']);
      const before = reads();
      await settled(60_000);
      expect(reads()).toBe(before);
    }
  });

  it('goes on by looking alone where hints fail', async () => {
    const hints = createPubSub({ kind: 'process' });
    const broken: typeof hints = {
      ...hints,
      subscribe: async <T>() => {
        const failing: AsyncIterableIterator<T> = {
          next: () => Promise.reject(new Error('Redis is away.')),
          [Symbol.asyncIterator]: () => failing,
        };
        return failing;
      },
    };
    const { now, listen, settled } = await follow(broken);
    void listen();
    expect(await settled()).toEqual([1]);
    now.row = { version: 2 };
    expect(await settled(5_000)).toEqual([2]);
  });
});
