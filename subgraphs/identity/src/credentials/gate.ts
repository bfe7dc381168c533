import { AppError } from '@vitrina/platform/errors';

/** Lets `limit` run at once and `maxWaiting` wait; whoever comes after that is asked to come back. */
export const createGate = (limit: number, maxWaiting: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= limit) {
      if (waiting.length >= maxWaiting) {
        throw new AppError(
          'UNAVAILABLE',
          'Too many people are signing in at this moment; try again in a few seconds.',
          { retryAfterSeconds: 5 },
        );
      }
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
