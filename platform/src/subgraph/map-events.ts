import type { ExecutionResult } from 'graphql';

/**
 * Each event is executed with a context of its own, so loaders never answer with what an earlier event saw.
 * Hand-written because an async generator's `return()` would wait for the next event.
 */
export const mapEvents = (
  source: AsyncIterable<unknown>,
  toResult: (event: unknown) => Promise<ExecutionResult>,
  toFailure: (error: unknown) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> => {
  const events = source[Symbol.asyncIterator]();
  let ended = false;
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    ended = true;
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    next: async () => {
      if (ended) return { done: true, value: undefined };
      try {
        const { done, value } = await events.next();
        return done ? await end() : { done: false, value: await toResult(value) };
      } catch (error) {
        ended = true;
        return { done: false, value: toFailure(error) };
      }
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
