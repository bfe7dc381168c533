import type { ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import { mapEvents } from './map-events.ts';

const toResult = async (event: unknown): Promise<ExecutionResult> => {
  if (event === 'bad') throw new Error('cannot be shown');
  return { data: { event } };
};
const toFailure = (error: unknown): ExecutionResult => ({ data: { failure: String(error) } });

/** Events of an array, then silence or the end; it says whether it was let go. */
const sourceOf = (events: readonly unknown[], then: 'end' | 'silence' | Error) => {
  const state = { released: false };
  const rest = [...events];
  const iterator: AsyncIterableIterator<unknown> = {
    next: () => {
      if (rest.length > 0) return Promise.resolve({ done: false, value: rest.shift() });
      if (then instanceof Error) return Promise.reject(then);
      return then === 'end' ? Promise.resolve({ done: true, value: undefined }) : new Promise(() => {});
    },
    return: async () => {
      state.released = true;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return { state, mapped: mapEvents(iterator, toResult, toFailure) };
};
const all = async (results: AsyncIterable<ExecutionResult>) => {
  const seen: unknown[] = [];
  for await (const { data } of results) seen.push(data);
  return seen;
};

describe('events of a subscription', () => {
  it('become results, one each, until their source ends', async () => {
    const { mapped, state } = sourceOf([1, 2], 'end');
    expect(await all(mapped)).toEqual([{ event: 1 }, { event: 2 }]);
    expect(state.released).toBe(true);
  });

  it('end with a failure that is told', async () => {
    expect(await all(sourceOf([1], new Error('lost')).mapped)).toEqual([{ event: 1 }, { failure: 'Error: lost' }]);
    expect(await all(sourceOf(['bad', 2], 'end').mapped)).toEqual([{ failure: 'Error: cannot be shown' }]);
  });

  it('let their source go at once when nobody listens any more, also in the middle of a silence', async () => {
    const { mapped, state } = sourceOf([], 'silence');
    void mapped.next();
    expect(await mapped.return?.()).toEqual({ done: true, value: undefined });
    expect(state.released).toBe(true);
    expect(await mapped.next()).toEqual({ done: true, value: undefined });
  });

  it('let it go for a listener that throws', async () => {
    const { mapped, state } = sourceOf([1], 'silence');
    await expect(mapped.throw?.(new Error('mine'))).rejects.toThrow('mine');
    expect(state.released).toBe(true);
  });
});
