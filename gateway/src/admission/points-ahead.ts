import type { RateLimit, RateLimiter } from '@vitrina/platform/rate-limit';
import { LRUCache } from 'lru-cache';

/** What the shared counter said. */
export type Spent = Pick<Awaited<ReturnType<RateLimiter['consume']>>, 'allowed' | 'retryAfterSeconds'>;

/** Spends points of one budget; at once where points were taken ahead, after a question to the counter otherwise. */
export type Spend = (key: string, cost: number) => Spent | Promise<Spent>;

/** Points that were counted as spent and are not spent yet. */
interface Purse {
  left: number;
  /** Spent since the last question. */
  used: number;
  askedAt: number;
  asking: Promise<unknown> | undefined;
}

const allowed: Spent = { allowed: true, retryAfterSeconds: 0 };
const maxPurses = 20_000;
/** Whoever asked longer ago than this is not busy: nothing is taken ahead. */
const busyWithinMs = 5_000;
const shortestMs = 100;

/** The most that is taken ahead: a thousandth of the budget. A budget too small for that is counted point by point. */
const shareAhead = 1_000;

/**
 * Spends a budget that several gateways share with fewer questions to its counter. A caller who is busy gets about a
 * second's worth of points taken ahead, and spends them here; nobody can spend what was not counted. What is left over is
 * spent later, so a budget may be overdrawn, or used up early, by a thousandth.
 */
export const pointsAhead = (limiter: RateLimiter, limit: RateLimit, now = () => performance.now()): Spend => {
  const most = Math.floor(limit.points / shareAhead);
  if (most < 1) return (key, cost) => limiter.consume(limit, key, cost);
  const purses = new LRUCache<string, Purse>({ max: maxPurses });

  const purseOf = (key: string): Purse => {
    const known = purses.get(key);
    if (known) return known;
    const purse: Purse = { left: 0, used: 0, askedAt: Number.NEGATIVE_INFINITY, asking: undefined };
    purses.set(key, purse);
    return purse;
  };
  const takeFrom = (purse: Purse, cost: number): boolean => {
    if (purse.left < cost) return false;
    purse.left -= cost;
    purse.used += cost;
    return true;
  };
  const aheadFor = ({ used, askedAt }: Purse): number => {
    const elapsedMs = now() - askedAt;
    if (elapsedMs > busyWithinMs) return 0;
    return Math.min(most, Math.ceil((used * 1_000) / Math.max(elapsedMs, shortestMs)));
  };

  const ask = async (purse: Purse, key: string, cost: number): Promise<Spent> => {
    const ahead = aheadFor(purse);
    purse.askedAt = now();
    purse.used = cost;
    const asking = limiter.consume(limit, key, cost + ahead);
    purse.asking = asking;
    try {
      const spent = await asking;
      if (spent.allowed) purse.left += ahead;
      return spent;
    } finally {
      // Also when the counter could not be asked: the next one asks anew.
      purse.asking = undefined;
    }
  };

  return (key, cost) => {
    const purse = purseOf(key);
    if (takeFrom(purse, cost)) return allowed;
    if (!purse.asking) return ask(purse, key, cost);
    // Somebody asks already, with a share for those who wait.
    return purse.asking.then(() => {
      if (takeFrom(purse, cost)) return allowed;
      purse.used += cost;
      return limiter.consume(limit, key, cost);
    });
  };
};
