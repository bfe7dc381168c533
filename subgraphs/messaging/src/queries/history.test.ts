import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from './history.ts';

/** A page cut out of all numbers by hand: what follows or precedes the cursor, nearest first, and one more. */
const byHand = (
  { limit, direction, cursor }: Parameters<typeof rangeOf>[0],
  lastSequence: number,
): readonly number[] => {
  const all = Array.from({ length: lastSequence }, (_, n) => n + 1);
  if (direction === 'forward') return all.filter((n) => n > (cursor?.[0] ?? 0)).slice(0, limit + 1);
  const before = all.filter((n) => n < (cursor?.[0] ?? lastSequence + 1));
  return before.slice(Math.max(0, before.length - limit - 1));
};

describe('a page of a conversation', () => {
  it('is the stretch of numbers that a reader of all of them would cut out, wherever the cursor stands', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(12),
        fc.constantFrom('forward' as const, 'backward' as const),
        fc.option(fc.integer({ min: 0, max: 45 }), { nil: undefined }),
        (lastSequence, limit, direction, at) => {
          const page = { limit, direction, cursor: at === undefined ? undefined : ([at] as const) };
          const { after, upTo } = rangeOf(page, lastSequence);
          const numbers = Array.from({ length: Math.max(0, upTo - after) }, (_, n) => after + n + 1);
          expect(numbers).toEqual(byHand(page, lastSequence));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
