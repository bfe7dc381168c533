import { isDatabaseOutage } from '../database/index.ts';
import { AppError, type AppErrorCode } from '../errors/index.ts';

/** Codes that say "not now": nothing is wrong with the saga, so trying again costs no attempt. */
const passing: ReadonlySet<AppErrorCode> = new Set([
  'UNAVAILABLE',
  'RATE_LIMITED',
  'CONFLICT',
  'IDEMPOTENCY_IN_FLIGHT',
]);

/** True when the callee was away or busy, or our own database cannot work; everything else thrown is a defect and gives up after some attempts. */
export const isPassing = (error: unknown): boolean =>
  error instanceof AppError ? passing.has(error.code) : isDatabaseOutage(error);

/** Failures in a row that are not passing before a person is needed: about four minutes. */
export const maxAttempts = 10;

const firstDelayMs = 250;
const longestDelayMs = 30_000;

/** Milliseconds until the next try after `failures` in a row: exponential with equal jitter. */
export const retryDelayMs = (failures: number, random: () => number = Math.random): number => {
  const full = Math.min(firstDelayMs * 2 ** Math.min(failures - 1, 20), longestDelayMs);
  return Math.round(full / 2 + (full / 2) * random());
};
