/** The longest pause between two tries, 10 minutes. */
export const maxRetryDelayMs = 600_000;

/**
 * How long a job waits before its next try: exponential with "equal jitter" (half fixed, half random), so jobs that
 * failed together do not come back together.
 *
 * @param attemptsMade tries so far, 1 or more
 * @param baseMs pause after the first failed try
 * @param random a number in [0, 1)
 */
export const retryDelayMs = (attemptsMade: number, baseMs: number, random: number = Math.random()): number => {
  const full = Math.min(baseMs * 2 ** Math.max(attemptsMade - 1, 0), maxRetryDelayMs);
  return Math.round(full / 2 + (full / 2) * random);
};
