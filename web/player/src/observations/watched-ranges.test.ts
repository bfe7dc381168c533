import { describe, expect, it } from 'vitest';
import { addRange, type WatchedRange } from './watched-ranges.ts';

const range = (fromSeconds: number, toSeconds: number): WatchedRange => ({ fromSeconds, toSeconds });

describe('watched ranges', () => {
  it('are kept in order, and joined where they touch or overlap', () => {
    const seen = [range(10, 12), range(0, 3), range(2, 5), range(5.2, 6)].reduce<WatchedRange[]>(
      (ranges, added) => addRange(ranges, added),
      [],
    );
    expect(seen).toEqual([range(0, 6), range(10, 12)]);
  });

  it('do not grow by a stretch seen before, nor by one without length', () => {
    expect(addRange([range(0, 10)], range(3, 4))).toEqual([range(0, 10)]);
    expect(addRange([], range(4, 4))).toEqual([]);
    expect(addRange([], range(4, Number.NaN))).toEqual([]);
  });

  it('stay within the limit of a batch by joining the nearest two', () => {
    const many = Array.from({ length: 50 }, (_one, index) => range(index * 10, index * 10 + 1));
    const joined = addRange(many, range(503, 504), 50);
    expect(joined.length).toBe(50);
    expect(joined).toContainEqual(range(490, 491));
    expect(addRange(joined, range(492, 493), 50)).toContainEqual(range(490, 493));
  });
});
