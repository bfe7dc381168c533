import type { RateLimit } from '@vitrina/platform/rate-limit';
import { type TooManyAttempts, tooManyAttempts } from '../domain/refusals.ts';
import type { Services } from '../services.ts';

/**
 * Spends one point of each budget, and says how long to wait when one is used up. Called once per field execution, so
 * a document with a thousand aliases spends a thousand points.
 */
export const spend = async (
  { rateLimiter, config }: Pick<Services, 'rateLimiter' | 'config'>,
  ...costs: readonly (readonly [RateLimit, string])[]
): Promise<TooManyAttempts | undefined> => {
  const factor = config.VITRINA_AUTH_BUDGET_FACTOR;
  const spent = await Promise.all(
    costs.map(([limit, key]) => rateLimiter.consume({ ...limit, points: limit.points * factor }, key)),
  );
  const waits = spent.filter((outcome) => !outcome.allowed).map((outcome) => outcome.retryAfterSeconds);
  return waits.length > 0 ? tooManyAttempts(Math.max(...waits)) : undefined;
};
