import { type CostInput, defaultCostInput } from './cost-model.ts';

/** The numbers of an input and what each may be. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  users: [0, 1_000_000_000],
  viewsPerUserPerMonth: [0, 10_000],
  minutesPerView: [0, 1_440],
  videos: [0, 1_000_000_000],
  newVideosPerThousandUsersPerMonth: [0, 1_000_000],
  minutesPerVideo: [0, 1_440],
  month: [1, 120],
  originalBitsPerSecond: [0, 1_000_000_000],
  cacheHitShare: [0, 1],
  coreHoursPerHour: [0, 10_000],
  fixedMonthlyMicroUsd: [0, 1e15],
};
const sumTolerance = 0.001;

/** What is wrong with an input, as the field and a sentence; null when nothing is. */
export const costProblem = (input: CostInput): { readonly field: string; readonly message: string } | null => {
  for (const [field, [least, most]] of Object.entries(ranges)) {
    const value = input[field as keyof CostInput] as number;
    if (!(value >= least && value <= most))
      return { field, message: `"${field}" must be between ${least} and ${most}.` };
  }
  const { ladder } = input;
  if (ladder.length < 1 || ladder.length > 20) return { field: 'ladder', message: 'A ladder has 1 to 20 qualities.' };
  if (!ladder.every(({ bitsPerSecond, watchedShare }) => bitsPerSecond > 0 && watchedShare >= 0))
    return { field: 'ladder', message: 'Each quality has a rate above 0 and a share of at least 0.' };
  const shares = ladder.reduce((sum, { watchedShare }) => sum + watchedShare, 0);
  return Math.abs(shares - 1) <= sumTolerance
    ? null
    : { field: 'ladder', message: `The shares of a ladder add up to 1; these add up to ${shares}.` };
};

/** Fills what was left out. */
export const completeCostInput = (
  given: { readonly [K in keyof CostInput]?: CostInput[K] | null | undefined },
): CostInput =>
  ({
    ...defaultCostInput,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)),
  }) as CostInput;
