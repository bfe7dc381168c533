import type { ExecutionResult } from 'graphql';

const over = { done: true as const, value: undefined };
const next = (value: ExecutionResult): IteratorResult<ExecutionResult> => ({ done: false, value });

/**
 * Each event is executed with a context of its own, so loaders never answer with what an earlier event saw.
 * Hand-written because an async generator's `return()` would wait for the next event, and without async functions because
 * thousands of quiet subscriptions would each keep one of them suspended.
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
    return over;
  };
  const failed = (error: unknown): IteratorResult<ExecutionResult> => {
    ended = true;
    return next(toFailure(error));
  };
  const onEvent = ({ done, value }: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult>> =>
    done ? end().catch(failed) : toResult(value).then(next, failed);
  return {
    next: () => (ended ? Promise.resolve(over) : events.next().then(onEvent, failed)),
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
