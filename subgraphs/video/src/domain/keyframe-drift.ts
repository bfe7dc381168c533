/** When the segments of one rung start: every segment starts with a keyframe. */
export interface RungTimes {
  readonly name: string;
  readonly timescale: number;
  readonly startTicks: readonly number[];
}

/** How far rungs are apart, and what keeps them from being compared. */
export interface Drift {
  /** Greatest distance between the same keyframe of two rungs, in milliseconds. */
  readonly milliseconds: number;
  readonly problems: readonly string[];
}

/**
 * Compares the times of keyframes across rungs. A player changes quality at a keyframe: where the same segment starts at
 * another time, it shows a moment twice or skips one (RFC 8216, § 6.2.4: matching content has matching time stamps).
 */
export const keyframeDrift = (rungs: readonly RungTimes[]): Drift => {
  const [first, ...others] = rungs;
  if (!first) return { milliseconds: 0, problems: [] };
  const problems = others
    .filter(({ startTicks }) => startTicks.length !== first.startTicks.length)
    .map(
      ({ name, startTicks }) =>
        `${name} has ${startTicks.length} segments and ${first.name} has ${first.startTicks.length}`,
    );
  const distances = others.flatMap(({ startTicks, timescale }) =>
    startTicks.flatMap((ticks, index) => {
      const reference = first.startTicks[index];
      return reference === undefined ? [] : [Math.abs(ticks / timescale - reference / first.timescale) * 1000];
    }),
  );
  return { milliseconds: Math.max(0, ...distances), problems };
};
