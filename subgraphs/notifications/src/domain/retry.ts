/** Tries before an operator has to look at a message. */
export const maxAttempts = 8;

/**
 * Workers that may be lost over a message before an operator has to look at it. Being killed says nothing about the message,
 * so a day of deploys must not use this up; a message that kills whoever sends it does so in about an hour.
 */
export const maxLost = 50;

/** From so many on a message may be the reason: it is done alone, so that nothing else is lost with it. */
export const suspectAfter = 3;

/** How long claimed steps are left to their worker before another one may take them. */
export const claimSeconds = 90;

/** How long after the claim the last of them may be begun: the rest of the time is for providers that answer late. */
export const beginSeconds = 45;

/** Seconds until the next try: 10 s doubling to an hour. */
export const retryDelaySeconds = (attempts: number): number => Math.min(10 * 2 ** (attempts - 1), 3_600);

export const inSeconds = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
