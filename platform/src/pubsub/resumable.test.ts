import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import { createPubSub } from './create-pubsub.ts';
import { type ResumableBell, resumable } from './resumable.ts';

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

/** The same over hints that carry their row, with the head known and somebody else watching. */
const carrying = (stored: number[]) => {
  const pubsub = createPubSub({ kind: 'process' }, silentLogger);
  const reads: number[] = [];
  let bell: ResumableBell | undefined;
  let watching = 0;
  const open = (after: number | undefined, head: () => Promise<number> = async () => stored.at(-1) ?? 0) =>
    resumable<number>({
      pubsub,
      topic: 'log',
      ...(after !== undefined && { after }),
      head,
      positionOf: (value) => value,
      fromHint: (hint) => {
        if (hint === 'forbidden') throw new Error('no more');
        return typeof hint === 'number' ? hint : undefined;
      },
      read: async (position) => {
        reads.push(position);
        return stored.filter((value) => value > position).slice(0, 2);
      },
      watch: (given) => {
        bell = given;
        watching += 1;
        return () => {
          watching -= 1;
        };
      },
    });
  return { pubsub, reads, open, stored, bell: () => bell, watching: () => watching };
};

describe('a sequence whose hints carry their rows', () => {
  it('passes rows on without ever reading, as long as each is the next', async () => {
    const { open, pubsub, reads } = carrying([1, 2]);
    const events = await open(2);
    const later = take(events, 3);
    for (const value of [3, 4, 5]) await pubsub.publish('log', value);
    expect(await later).toEqual([3, 4, 5]);
    expect(reads).toEqual([]);
  });

  it('reads what lies between when a hint is beyond the next, and drops what it has', async () => {
    const { open, pubsub, stored } = carrying([1]);
    const events = await open(1);
    stored.push(2, 3, 4);
    const later = take(events, 3);
    for (const value of [4, 3, 1, 4]) await pubsub.publish('log', value);
    expect(await later).toEqual([2, 3, 4]);
    stored.push(5);
    await pubsub.publish('log', 5);
    expect(await take(events, 1)).toEqual([5]);
  });

  it('begins after the head when no position is given', async () => {
    const { open, pubsub, reads } = carrying([1, 2, 3]);
    const events = await open(undefined);
    await pubsub.publish('log', 4);
    expect(await take(events, 1)).toEqual([4]);
    expect(reads).toEqual([]);
  });

  it('loses nothing that is hinted while the head is being read', async () => {
    const { open, pubsub, stored } = carrying([1]);
    const events = await open(1, async () => {
      stored.push(2);
      await pubsub.publish('log', 2);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return 1;
    });
    expect(await take(events, 1)).toEqual([2]);
  });

  it('looks when whoever watches has seen further, and not otherwise', async () => {
    const { open, reads, stored, bell } = carrying([1]);
    const events = await open(1);
    const later = take(events, 1);
    bell()?.reached(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reads).toEqual([]);
    stored.push(2);
    bell()?.reached(2);
    expect(await later).toEqual([2]);
  });

  it('ends with the error of a hint or of the watcher, before what it still holds, and is watched no more', async () => {
    const hinted = carrying([]);
    const first = await hinted.open(0);
    await hinted.pubsub.publish('log', 1);
    await hinted.pubsub.publish('log', 'forbidden');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(first.next()).rejects.toThrow('no more');
    expect((await first.next()).done).toBe(true);
    const watched = carrying([]);
    const second = await watched.open(0);
    const waiting = second.next();
    watched.bell()?.fail(new Error('not yours'));
    await expect(waiting).rejects.toThrow('not yours');
    expect([hinted.watching(), watched.watching()]).toEqual([0, 0]);
  });

  it('holds a bounded number of rows for a slow reader and reads the rest later', async () => {
    const { open, pubsub, stored, reads } = carrying([]);
    const events = await open(0);
    for (let value = 1; value <= 1_000; value += 1) {
      stored.push(value);
      await pubsub.publish('log', value);
      if (value % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(await take(events, 1_000)).toEqual(stored);
    expect(reads.length).toBeGreaterThan(0);
  });

  it('gives every row once and in order, whatever happens to its hints', async () => {
    const hintsOf = fc.array(fc.constantFrom('told', 'lost', 'twice', 'late', 'empty'), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(hintsOf, fc.nat({ max: 5 }), async (fates, before) => {
        const stored = Array.from({ length: before }, (_, n) => n + 1);
        const { open, pubsub, bell } = carrying(stored);
        const events = await open(Math.floor(before / 2));
        const wanted = before - Math.floor(before / 2) + fates.length;
        const all = take(events, wanted);
        const late: number[] = [];
        for (const fate of fates) {
          const value = stored.length + 1;
          stored.push(value);
          if (fate === 'told' || fate === 'twice') await pubsub.publish('log', value);
          if (fate === 'twice') await pubsub.publish('log', value);
          if (fate === 'empty') await pubsub.publish('log', {});
          if (fate === 'late') late.push(value);
          else for (const old of late.splice(0)) await pubsub.publish('log', old);
          if (value % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        bell()?.reached(stored.length);
        expect(await all).toEqual(stored.slice(Math.floor(before / 2)));
      }),
      { numRuns: 150 },
    );
  });
});
