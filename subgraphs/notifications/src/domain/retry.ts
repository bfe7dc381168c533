/** Tries before an operator has to look at a message. */
export const maxAttempts = 8;

/** How long claimed steps are left to their worker before another one may take them. */
export const claimSeconds = 90;

/** How long after the claim the last of them may be begun: the rest of the time is for providers that answer late. */
export const beginSeconds = 45;

/** Seconds until the next try: 10 s doubling to an hour. */
export const retryDelaySeconds = (attempts: number): number => Math.min(10 * 2 ** (attempts - 1), 3_600);

export const inSeconds = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
