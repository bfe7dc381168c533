import type { Services } from '../services.ts';
import { forgetBudgets, forgetDigests, forgetNotifications, forgetRuns, portion } from '../store/retention.ts';

const dayMs = 24 * 3_600_000;

/** What was removed, by kind. */
export interface Forgotten {
  readonly runs: number;
  readonly digests: number;
  readonly notifications: number;
  readonly budgets: number;
}

/**
 * Removes what is older than this market keeps it: the log of what was sent how, and people's messages in the app. A
 * portion at a time, until nothing is left or the worker is asked to stop; the next turn goes on.
 */
export const forgetOld = async (services: Services, signal: AbortSignal): Promise<Forgotten> => {
  const { database, clock, config } = services;
  const daysAgo = (days: number): Date => new Date(clock.now().getTime() - days * dayMs);
  const all = async (forget: typeof forgetRuns, before: Date): Promise<number> => {
    let total = 0;
    for (let count = portion; count === portion && !signal.aborted; total += count)
      count = await forget(database.orm, before);
    return total;
  };
  const log = daysAgo(config.NOTIFICATIONS_LOG_DAYS);
  return {
    runs: await all(forgetRuns, log),
    digests: await all(forgetDigests, log),
    notifications: await all(forgetNotifications, daysAgo(config.NOTIFICATIONS_IN_APP_DAYS)),
    budgets: await all(forgetBudgets, log),
  };
};
