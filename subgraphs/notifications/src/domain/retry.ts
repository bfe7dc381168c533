/** Tries before an operator has to look at a message. */
export const maxAttempts = 8;

/** How long a claimed message is left to its worker before another one may take it. */
export const claimSeconds = 60;

/** Seconds until the next try: 10 s doubling to an hour. */
export const retryDelaySeconds = (attempts: number): number => Math.min(10 * 2 ** (attempts - 1), 3_600);

export const inSeconds = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
