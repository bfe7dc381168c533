import { describe, expect, it } from 'vitest';
import { createGatherer } from './gather.ts';

describe('a gatherer', () => {
  it('does together what comes together, and answers each with what came of its batch', async () => {
    const batches: number[][] = [];
    const gatherer = createGatherer({ pauseMs: 5, most: 10 }, async (pieces: readonly number[]) => {
      batches.push([...pieces]);
      return batches.length;
    });
    expect(await Promise.all([1, 2, 3].map((piece) => gatherer.add(piece)))).toEqual([1, 1, 1]);
    expect(await gatherer.add(4)).toBe(2);
    expect(batches).toEqual([[1, 2, 3], [4]]);
  });

  it('takes no more at once than it was told', async () => {
    const sizes: number[] = [];
    const gatherer = createGatherer({ pauseMs: 1, most: 2 }, async (pieces: readonly number[]) => {
      sizes.push(pieces.length);
    });
    await Promise.all([1, 2, 3, 4, 5].map((piece) => gatherer.add(piece)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('fails everybody in a batch that failed, and nobody after it', async () => {
    let isAway = true;
    const gatherer = createGatherer({ pauseMs: 1, most: 10 }, async () => {
      if (isAway) throw new Error('away');
      return 'here';
    });
    const failed = await Promise.allSettled([gatherer.add(1), gatherer.add(2)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await gatherer.add(3)).toBe('here');
  });
});
