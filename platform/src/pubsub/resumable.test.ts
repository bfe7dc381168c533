import { describe, expect, it } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import { createPubSub } from './create-pubsub.ts';
import { resumable } from './resumable.ts';

/** A log of numbers standing for a table, and a reader of it. */
const setting = (stored: number[], pollMs = 5_000) => {
  const pubsub = createPubSub({ kind: 'process' }, silentLogger);
  const reads: number[] = [];
  const open = (after: number, signal?: AbortSignal) =>
    resumable<number>({
      pubsub,
      topic: 'log',
      after,
      pollMs,
      positionOf: (value) => value,
      read: async (position) => {
        reads.push(position);
        return stored.filter((value) => value > position).slice(0, 2);
      },
      ...(signal && { signal }),
    });
  const add = async (...values: number[]) => {
    stored.push(...values);
    await pubsub.publish('log', {});
  };
  return { pubsub, reads, open, add, stored };
};

const take = async (events: AsyncIterator<number>, count: number): Promise<number[]> => {
  const taken: number[] = [];
  for (let index = 0; index < count; index += 1) taken.push((await events.next()).value);
  return taken;
};

describe('a resumable sequence', () => {
  it('replays what was missed, then goes on live, each once and in order', async () => {
    const { open, add } = setting([1, 2, 3, 4, 5]);
    const events = await open(2);
    expect(await take(events, 3)).toEqual([3, 4, 5]);
    const later = take(events, 2);
    await add(6);
    await add(7);
    expect(await later).toEqual([6, 7]);
  });

  it('loses nothing that is written between opening and the first read', async () => {
    const { open, add } = setting([]);
    const events = await open(0);
    await add(1, 2, 3);
    expect(await take(events, 3)).toEqual([1, 2, 3]);
  });

  it('finds rows whose hint was lost', async () => {
    const { open, stored } = setting([], 20);
    const events = await open(0);
    const first = events.next();
    stored.push(1);
    expect((await first).value).toBe(1);
  });

  it('ends at once when it is returned or its signal aborts, even while it waits', async () => {
    const { open } = setting([]);
    const events = await open(0);
    const waiting = events.next();
    await events.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    const controller = new AbortController();
    const others = await open(0, controller.signal);
    const pending = others.next();
    controller.abort();
    expect((await pending).done).toBe(true);
  });
});
