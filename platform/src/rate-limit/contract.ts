/** A budget: at most `points` per `windowSeconds` for one key. */
export interface RateLimit {
  /** Names the budget, e.g. `identity.sign-in.account`. */
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
  /**
   * What happens while budgets cannot be counted. `allow` (the default) keeps the market open; `refuse` is for what is
   * worse unguarded than closed.
   */
  readonly onStoreFailure?: 'allow' | 'refuse';
}

/** Counts what was spent, across processes. */
export interface RateLimiter {
  /** Spends `cost` points; refused (nothing thrown) when the budget is used up. */
  consume(
    limit: RateLimit,
    key: string,
    cost?: number,
  ): Promise<{ readonly allowed: boolean; readonly remaining: number; readonly retryAfterSeconds: number }>;
  /** Gives a key its whole budget back, e.g. after a successful sign-in. */
  reset(limit: RateLimit, key: string): Promise<void>;
}
