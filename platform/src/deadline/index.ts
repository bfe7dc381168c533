/**
 * Waits for `work`, but for at most `ms`: then the outcome is what `late` returns or throws. What is late goes on, and
 * nobody hears of its outcome; the timer holds no process and is gone with the wait.
 */
export const within = async <T, L>(ms: number, work: Promise<T>, late: () => L): Promise<T | L> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms).unref();
  });
  try {
    return await Promise.race([work, limit.then(late)]);
  } finally {
    clearTimeout(timer);
  }
};

/** {@link within} for work whose lateness is a failure: it rejects with what `error` makes. */
export const failAfter = <T>(ms: number, work: Promise<T>, error: () => Error): Promise<T> =>
  within(ms, work, (): never => {
    throw error();
  });
