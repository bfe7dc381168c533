/** Bits per second assumed before anything was measured: a low first rung comes fast, the next segment is better. */
const carefulEstimate = 1_000_000;
const quickEstimate = 4_000_000;
/** Megabits per second from which on a good first rung comes as fast. */
const quickLine = 8;
/** A level may take this share of the line; the rest is for sound and for a line that is worse than it says. */
const share = 0.7;

/** Bits per second of the line by the browser's own estimate (Network Information API), or by caution where there is none. */
export const firstEstimate = (): number => {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly downlink?: number } };
  return (connection?.downlink ?? 0) >= quickLine ? quickEstimate : carefulEstimate;
};

/** Index of the level to begin with: the best that fits the line, the least when none does. */
export const startLevel = (bitsPerSecond: readonly number[], estimate: number): number => {
  let chosen = bitsPerSecond.indexOf(Math.min(...bitsPerSecond));
  for (const [index, bits] of bitsPerSecond.entries())
    if (bits <= estimate * share && bits > (bitsPerSecond[chosen] ?? 0)) chosen = index;
  return chosen;
};
