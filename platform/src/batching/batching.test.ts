import { describe, expect, it } from 'vitest';
import { createBatcher } from './index.ts';

const setting = (options: { gatherMs?: number; maxBatch?: number; concernsAll?: boolean } = {}) => {
  const batches: number[][] = [];
  const batcher = createBatcher<number, string>({
    run: async (commands) => {
      batches.push([...commands]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (commands.includes(13)) throw new Error('unlucky');
      return commands.map((command) => `done ${command}`);
    },
    maxBatch: options.maxBatch ?? 100,
    concurrency: 2,
    gatherMs: options.gatherMs ?? 0,
    concernsAll: () => options.concernsAll ?? false,
  });
  return { batches, batcher };
};

describe('work that is done together', () => {
  it('answers each with its own outcome', async () => {
    const { batcher } = setting();
    expect(await Promise.all([1, 2, 3].map((n) => batcher.submit(n)))).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('starts a lone command at once without a time to gather, and puts together what comes meanwhile', async () => {
    const { batcher, batches } = setting();
    await Promise.all([1, 2, 3].map((n) => batcher.submit(n)));
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('gathers for as long as it is told, from the first command on', async () => {
    const { batcher, batches } = setting({ gatherMs: 20 });
    const first = batcher.submit(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await Promise.all([first, batcher.submit(2), batcher.submit(3)]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('takes no more at once than it may', async () => {
    const { batcher, batches } = setting({ gatherMs: 5, maxBatch: 2 });
    await Promise.all([1, 2, 3, 4, 5].map((n) => batcher.submit(n)));
    expect(batches.every((batch) => batch.length <= 2)).toBe(true);
    expect(batches.flat().sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets nobody fail for a neighbour', async () => {
    const { batcher } = setting({ gatherMs: 5 });
    const outcomes = await Promise.allSettled([1, 13, 2].map((n) => batcher.submit(n)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tells everybody at once of a failure that concerns all', async () => {
    const { batcher, batches } = setting({ gatherMs: 5, concernsAll: true });
    const outcomes = await Promise.allSettled([1, 13, 2].map((n) => batcher.submit(n)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(batches).toHaveLength(1);
  });
});
