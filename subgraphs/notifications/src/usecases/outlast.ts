import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseOutage, isDeadlock } from '@vitrina/platform/database';
import { beginSeconds } from '../domain/retry.ts';

const everyMs = 500;
/** Together half of a claim's time: what begins last still has the other half. */
const most = (beginSeconds * 1_000) / everyMs;

/**
 * Reads or writes our own database, again while that is away, or when another transaction was let through first. A worker
 * that gave up at once would forget what providers answered it, and its steps would wait out their lease. `work` is done
 * as a whole or not at all, and twice is as once.
 */
export const outlast = async <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  for (let failed = 1; ; failed += 1) {
    try {
      return await work();
    } catch (error) {
      const passes = isDatabaseOutage(error) || isDeadlock(error);
      if (!passes || failed >= most || signal.aborted) throw error;
      await pause(everyMs);
    }
  }
};
