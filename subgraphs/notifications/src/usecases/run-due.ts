import { beginSeconds, claimSeconds, inSeconds } from '../domain/retry.ts';
import type { Services } from '../services.ts';
import { claimDue } from '../store/steps.ts';
import { runSteps } from './run-steps.ts';

/** Steps taken at once: contacts and preferences of so many people are one question each, and no more are ever in memory. */
const claimedAtOnce = 96;

/**
 * Does what is due until nothing is, a batch at a time; the next is taken when the one before is settled, so providers set
 * the pace. Stops in between when asked to.
 */
export const runDue = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  while (!signal.aborted) {
    const now = clock.now();
    const claimed = await claimDue(database.orm, { now, until: inSeconds(now, claimSeconds), limit: claimedAtOnce });
    if (claimed.length === 0) return;
    await runSteps(services, claimed, { signal, until: inSeconds(now, beginSeconds) });
  }
};
