/** A stretch of a video, in its own seconds. */
export interface WatchedRange {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Nearer than this, two stretches are one: the clock of a video moves in steps. */
const seamSeconds = 0.25;

const rounded = (seconds: number): number => Math.round(seconds * 1_000) / 1_000;

/**
 * Adds a stretch to those that were seen, ordered and without overlaps. When there are more than `most`, the two with the
 * smallest gap between them become one: a batch has a limit, and this loses the least.
 */
export const addRange = (ranges: readonly WatchedRange[], added: WatchedRange, most = 50): WatchedRange[] => {
  if (!(added.toSeconds > added.fromSeconds)) return [...ranges];
  const merged: WatchedRange[] = [];
  for (const { fromSeconds, toSeconds } of [...ranges, added].sort((a, b) => a.fromSeconds - b.fromSeconds)) {
    const last = merged.at(-1);
    if (last && fromSeconds <= last.toSeconds + seamSeconds)
      merged[merged.length - 1] = { fromSeconds: last.fromSeconds, toSeconds: Math.max(last.toSeconds, toSeconds) };
    else merged.push({ fromSeconds, toSeconds });
  }
  while (merged.length > most) joinNearest(merged);
  return merged.map((range) => ({ fromSeconds: rounded(range.fromSeconds), toSeconds: rounded(range.toSeconds) }));
};

const joinNearest = (ranges: WatchedRange[]): void => {
  const gapAfter = (index: number): number =>
    (ranges[index + 1]?.fromSeconds ?? Infinity) - (ranges[index]?.toSeconds ?? 0);
  let nearest = 0;
  for (let index = 1; index < ranges.length - 1; index += 1) if (gapAfter(index) < gapAfter(nearest)) nearest = index;
  const [left, right] = [ranges[nearest], ranges[nearest + 1]];
  if (left && right) ranges.splice(nearest, 2, { fromSeconds: left.fromSeconds, toSeconds: right.toSeconds });
};
