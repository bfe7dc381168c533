/** How well yes-or-no answers fit the labels. */
export interface Measured {
  readonly texts: number;
  readonly spam: number;
  readonly caught: number;
  readonly falseAlarms: number;
  /** Of what was kept back, the share that is spam. */
  readonly precision: number;
  /** Of the spam, the share that was kept back. */
  readonly recall: number;
}

/** Counts answers against labels. */
export const measure = (answers: readonly { readonly isSpam: boolean; readonly isKept: boolean }[]): Measured => {
  const spam = answers.filter(({ isSpam }) => isSpam).length;
  const caught = answers.filter(({ isSpam, isKept }) => isSpam && isKept).length;
  const falseAlarms = answers.filter(({ isSpam, isKept }) => !isSpam && isKept).length;
  const kept = caught + falseAlarms;
  return {
    texts: answers.length,
    spam,
    caught,
    falseAlarms,
    precision: kept === 0 ? 1 : caught / kept,
    recall: spam === 0 ? 1 : caught / spam,
  };
};

/** The lowest threshold at which precision is at least `wanted`, and stays so above it. */
export const thresholdFor = (
  scored: readonly { readonly isSpam: boolean; readonly score: number }[],
  wanted: number,
): number => {
  let threshold = 0.99;
  for (let candidate = 0.99; candidate >= 0.2; candidate -= 0.01) {
    const { precision } = measure(scored.map(({ isSpam, score }) => ({ isSpam, isKept: score >= candidate })));
    if (precision < wanted) break;
    threshold = candidate;
  }
  return Math.round(threshold * 100) / 100;
};
