import { createHash } from 'node:crypto';
import type { Database } from '@vitrina/platform/database';
import { backoffDelaySeconds } from '@vitrina/platform/rate-limit';
import { and, eq, lt, sql } from 'drizzle-orm';
import { signInAttempt } from './sign-in-attempt.table.ts';

/** Who tries to sign in: an address, and the device when the account has signed in from it before. */
export interface Attempt {
  readonly email: string;
  readonly knownDevice: string | undefined;
}

const longestRamp = 20;
/** Seconds to wait after the nth failure in a row, n from 1. */
const delays = Array.from({ length: longestRamp }, (_, index) => backoffDelaySeconds(index + 1));

/** Known devices are counted apart, so that a stranger's guesses never make the owner at home wait. */
export const attemptKey = ({ email, knownDevice }: Attempt): string =>
  createHash('sha256')
    .update(email)
    .update('\n')
    .update(knownDevice ?? '')
    .digest('hex');

/**
 * Counts a try as failed before the password is looked at, in one statement: of many tries at the same moment only
 * as many get through as their failures would be free. A success clears the count.
 *
 * Gives the failures counted by now when the try may go on, otherwise the seconds to wait.
 */
export const takeAttempt = async (
  { orm }: Database,
  key: string,
  now: Date,
): Promise<{ readonly failures: number } | { readonly waitSeconds: number }> => {
  const instant = sql`${now.toISOString()}::timestamptz`;
  const ramp = sql`${`{${delays.join(',')}}`}::int[]`;
  const [taken] = await orm.execute<{ failures: number }>(sql`
    insert into sign_in_attempt (key, failures, next_try_at, last_tried_at) values (${key}, 1, ${instant}, ${instant})
    on conflict (key) do update set
      failures = sign_in_attempt.failures + 1,
      next_try_at = ${instant} + make_interval(secs => (${ramp})[least(sign_in_attempt.failures + 1, ${longestRamp}::int)]),
      last_tried_at = ${instant}
    where sign_in_attempt.next_try_at <= ${instant}
    returning failures`);
  if (taken) return { failures: taken.failures };
  const [row] = await orm
    .select({ nextTryAt: signInAttempt.nextTryAt })
    .from(signInAttempt)
    .where(eq(signInAttempt.key, key));
  return { waitSeconds: Math.max(1, Math.ceil(((row?.nextTryAt.getTime() ?? 0) - now.getTime()) / 1_000)) };
};

/** Takes a try back whose password was never looked at; nothing when somebody tried again since. */
export const giveBackAttempt = async ({ orm }: Database, key: string, failures: number, now: Date): Promise<void> => {
  await orm
    .update(signInAttempt)
    .set({ failures: failures - 1, nextTryAt: now })
    .where(and(eq(signInAttempt.key, key), eq(signInAttempt.failures, failures)));
};

/** Forgets the failures of a key after a success. */
export const clearAttempts = async ({ orm }: Database, key: string): Promise<void> => {
  await orm.delete(signInAttempt).where(eq(signInAttempt.key, key));
};

/** Forgets failures nobody added to for long. */
export const forgetAttemptsBefore = async ({ orm }: Database, instant: Date): Promise<void> => {
  await orm.delete(signInAttempt).where(lt(signInAttempt.lastTriedAt, instant));
};
