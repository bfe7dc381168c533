/** How far one picture moves its lane on: a program's pictures ten times as far as those somebody sends by hand. */
const spacingMs = { byHand: 1_000, bulk: 10_000 } as const;

/**
 * When it is a new picture's turn. Each shop has two lanes, one for what people send and one for what programs send. In a lane
 * turns lie apart, so that thousands of pictures of one import stretch far into the future, and whoever sends a
 * single one meanwhile, of another shop or by hand, comes before nearly all of them. Turns never move, so nobody waits for
 * ever; a worker that has nothing else to do does not wait for them at all (virtual clocks: L. Zhang, SIGCOMM 1990).
 */
export const turnAfter = (lastWaiting: Date | undefined, now: Date, bulk: boolean): Date => {
  const next = (lastWaiting?.getTime() ?? Number.NEGATIVE_INFINITY) + (bulk ? spacingMs.bulk : spacingMs.byHand);
  return new Date(Math.max(now.getTime(), next));
};
