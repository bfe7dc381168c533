/** A worker that has said nothing for this long is gone with its publisher. */
const silentSeconds = 45;

/** Signs of life older than this are none. */
export const silentBefore = (now: Date): Date => new Date(now.getTime() - silentSeconds * 1_000);
