/** At most so many within any span of so many seconds. */
export interface Budget {
  readonly most: number;
  readonly perSeconds: number;
}

/** Pushes that reach one person within a minute; mandatory ones do not count and do not wait. */
export const pushesPerMinute: Budget = { most: 3, perSeconds: 60 };

export interface Spent {
  readonly granted: boolean;
  /** When the next one can be had; now when this one was granted. */
  readonly freeAt: Date;
  /** What is to be remembered: as many instants as the budget has, oldest first. */
  readonly spentAt: readonly Date[];
}

/** Spends one of a budget, or says when there will be one. A sliding window: no span of that length holds more. */
export const spend = ({ most, perSeconds }: Budget, spentAt: readonly Date[], now: Date): Spent => {
  const remembered = spentAt.slice(-most);
  const oldest = remembered.length < most ? undefined : remembered[0];
  const freeAt = oldest ? new Date(oldest.getTime() + perSeconds * 1_000) : now;
  return freeAt.getTime() > now.getTime()
    ? { granted: false, freeAt, spentAt: remembered }
    : { granted: true, freeAt: now, spentAt: [...remembered, now].slice(-most) };
};
