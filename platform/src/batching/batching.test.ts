import { describe, expect, it, vi } from 'vitest';
import { isDatabaseOutage } from '../database/index.ts';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { createBatcher } from './index.ts';

/** A run that waits until it is let go, and remembers what it was given. */
const gated = () => {
  const batches: number[][] = [];
  const gates: (() => void)[] = [];
  const run = async (commands: readonly number[]): Promise<number[]> => {
    batches.push([...commands]);
    await new Promise<void>((open) => gates.push(open));
    return commands.map((command) => command * 10);
  };
  const letGo = async (): Promise<void> => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { batches, run, letGo };
};

describe('a batcher', () => {
  it('runs a lone command at once and gathers what arrives meanwhile', async () => {
    const { batches, run, letGo } = gated();
    const batcher = createBatcher({ run, maxBatch: 10, concurrency: 1, gatherMs: 0, concernsAll: () => false });
    const answers = [1, 2, 3, 4].map((command) => batcher.submit(command));
    expect(batches).toEqual([[1]]);
    await letGo();
    expect(batches).toEqual([[1], [2, 3, 4]]);
    await letGo();
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
  });

  it('never puts more into a batch, or more batches under way, than it was told', async () => {
    const { batches, run, letGo } = gated();
    const batcher = createBatcher({ run, maxBatch: 2, concurrency: 2, gatherMs: 0, concernsAll: () => false });
    const answers = [1, 2, 3, 4, 5, 6, 7].map((command) => batcher.submit(command));
    expect(batches).toEqual([[1], [2]]);
    for (let turn = 0; turn < 5; turn += 1) await letGo();
    expect(batches).toEqual([[1], [2], [3, 4], [5, 6], [7]]);
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50, 60, 70]);
  });

  it('tries a failed batch command by command, so that only the culprit fails', async () => {
    const run = async (commands: readonly number[]): Promise<number[]> => {
      if (commands.includes(13)) throw new Error('unlucky');
      return commands.map((command) => command + 1);
    };
    const batcher = createBatcher({ run, maxBatch: 10, concurrency: 1, gatherMs: 0, concernsAll: () => false });
    const settled = await Promise.allSettled([0, 12, 13, 14].map((command) => batcher.submit(command)));
    expect(settled.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
      1,
      13,
      'failed',
      15,
    ]);
    expect(await batcher.submit(1)).toBe(2);
  });

  it('answers nobody with somebody else’s outcome when a run answers too few', async () => {
    const batcher = createBatcher({
      run: async (commands: readonly number[]) => commands.slice(1),
      maxBatch: 10,
      concurrency: 1,
      gatherMs: 0,
      concernsAll: () => false,
    });
    const settled = await Promise.allSettled([1, 2].map((command) => batcher.submit(command)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('gives everybody at once what concerns them all, and goes on afterwards', async () => {
    let calls = 0;
    let lost = true;
    const run = async (commands: readonly number[]): Promise<readonly number[]> => {
      calls += 1;
      if (lost)
        throw Object.assign(new Error('write failed'), {
          cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED', query: 'begin' }),
        });
      return commands;
    };
    const batcher = createBatcher({ run, maxBatch: 100, concurrency: 1, gatherMs: 0, concernsAll: isDatabaseOutage });
    const settled = await Promise.allSettled(Array.from({ length: 50 }, (_, command) => batcher.submit(command)));
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(calls).toBe(2);
    lost = false;
    expect(await batcher.submit(7)).toBe(7);
  });

  it('gathers for as long as it is told, from the first command on', async () => {
    const { batches, run, letGo } = gated();
    const batcher = createBatcher({ run, maxBatch: 10, concurrency: 2, gatherMs: 20, concernsAll: () => false });
    const answers = [batcher.submit(1)];
    await new Promise((resolve) => setTimeout(resolve, 5));
    answers.push(batcher.submit(2), batcher.submit(3));
    await eventually(() => expect(batches).toEqual([[1, 2, 3]]));
    await letGo();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  });

  it('gathers the next batch while one is under way, and no third', async () => {
    const { batches, run, letGo } = gated();
    const batcher = createBatcher({ run, maxBatch: 10, concurrency: 2, gatherMs: 5, concernsAll: () => false });
    const answers = [batcher.submit(1)];
    await eventually(() => expect(batches).toEqual([[1]]));
    answers.push(batcher.submit(2), batcher.submit(3));
    await eventually(() => expect(batches).toEqual([[1], [2, 3]]));
    answers.push(batcher.submit(4));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(batches).toHaveLength(2);
    await letGo();
    await eventually(() => expect(batches).toEqual([[1], [2, 3], [4]]));
    await letGo();
    await letGo();
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
  });

  it('does not gather any longer once a batch is full', async () => {
    const { batches, run, letGo } = gated();
    const batcher = createBatcher({ run, maxBatch: 2, concurrency: 2, gatherMs: 60_000, concernsAll: () => false });
    const first = batcher.submit(1);
    const others = [2, 3].map((command) => batcher.submit(command));
    expect(batches).toEqual([[1, 2]]);
    await letGo();
    expect(await Promise.all([first, others[0]])).toEqual([10, 20]);
  });

  it('gathers longer while there is company, and no longer than before once it is quiet', async () => {
    vi.useFakeTimers();
    try {
      const batches: number[] = [];
      const run = async (commands: readonly number[]): Promise<readonly number[]> => {
        batches.push(commands.length);
        return commands;
      };
      const batcher = createBatcher({
        run,
        maxBatch: 100,
        concurrency: 1,
        gatherMs: 2,
        gatherMostMs: 16,
        concernsAll: () => false,
      });
      const come = async (everyMs: number, forMs: number): Promise<void> => {
        for (let at = 0; at < forMs; at += everyMs) {
          void batcher.submit(at);
          await vi.advanceTimersByTimeAsync(everyMs);
        }
        await vi.advanceTimersByTimeAsync(200);
      };
      await come(1, 200);
      expect(Math.max(...batches)).toBe(16);
      batches.length = 0;
      await come(50, 500);
      expect(batches).toEqual(Array.from({ length: 10 }, () => 1));
      batches.length = 0;
      const alone = batcher.submit(1);
      await vi.advanceTimersByTimeAsync(2);
      expect(await alone).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
