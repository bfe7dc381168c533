import { beginSeconds, claimSeconds, inSeconds } from '../domain/retry.ts';
import type { Services } from '../services.ts';
import { claimDue } from '../store/steps.ts';
import { runSteps } from './run-steps.ts';

/** Steps taken at once: contacts and preferences of so many people are one question each, and no more are ever in memory. */
const claimedAtOnce = 192;

/**
 * Does what is due until nothing is, a batch at a time; the next is taken when the one before is settled, so providers set
 * the pace. A batch that was not full was the last: whoever writes further steps wakes us when they are committed. Stops in
 * between when asked to.
 */
export const runDue = async (services: Services, signal: AbortSignal): Promise<void> => {
  const { database, clock } = services;
  for (let more = true; more && !signal.aborted; ) {
    const now = clock.now();
    const steps = await claimDue(database.orm, { now, until: inSeconds(now, claimSeconds), limit: claimedAtOnce });
    if (steps.length === 0) return;
    await runSteps(services, { steps, until: inSeconds(now, beginSeconds) }, signal);
    more = steps.length === claimedAtOnce;
  }
};
