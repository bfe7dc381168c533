/** Failures in a row that cost no wait: people mistype. */
export const freeFailures = 3;

/** The longest wait, a quarter of an hour. */
export const maxBackoffSeconds = 900;

/**
 * How long a caller waits after `failures` failures in a row: nothing up to {@link freeFailures}, then 1 s, doubling
 * with each failure up to {@link maxBackoffSeconds}. Grows instead of locking out, so nobody can lock somebody else's
 * account for good.
 */
export const backoffDelaySeconds = (failures: number): number =>
  failures <= freeFailures ? 0 : Math.min(2 ** (failures - freeFailures - 1), maxBackoffSeconds);
