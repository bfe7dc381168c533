import { type FrameRate, framesPerSecond } from './media-facts.ts';

/** Rates that cameras, films and screens really have. */
const usual: readonly FrameRate[] = [
  { numerator: 10, denominator: 1 },
  { numerator: 12, denominator: 1 },
  { numerator: 15, denominator: 1 },
  { numerator: 20, denominator: 1 },
  { numerator: 24_000, denominator: 1_001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30_000, denominator: 1_001 },
  { numerator: 30, denominator: 1 },
];
const slowest: FrameRate = { numerator: 10, denominator: 1 };
const quickest: FrameRate = { numerator: 30, denominator: 1 };

/** Reads `30000/1001` as ffprobe writes it; undefined for `0/0` and what makes no sense. */
export const parseRate = (text: string | undefined): FrameRate | undefined => {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? '');
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])];
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined;
};

const nearest = (rate: number): FrameRate =>
  usual.reduce((best, candidate) =>
    Math.abs(framesPerSecond(candidate) - rate) < Math.abs(framesPerSecond(best) - rate) ? candidate : best,
  );

/**
 * The constant rate renditions get, from the mean rate and the finest one that fits every time stamp. Above 30 the rate is
 * divided by a whole number, so that every second (or third) frame is kept and movement stays even; a slide show is
 * raised to ten, so that seeking and segments work. Uneven frames go to the usual rate nearest to their mean.
 */
export const chooseRate = (
  mean: FrameRate | undefined,
  finest: FrameRate | undefined,
): { readonly frameRate: FrameRate; readonly variable: boolean } => {
  const known = mean ?? finest;
  if (!known) return { frameRate: quickest, variable: true };
  const rate = framesPerSecond(known);
  const variable = finest !== undefined && Math.abs(framesPerSecond(finest) - rate) / rate > 0.01;
  // A hair of tolerance: 30.02 frames a second is thirty, not fifteen.
  const divisor = Math.max(1, Math.ceil(rate / 30.5));
  const target = rate / divisor;
  if (target <= framesPerSecond(slowest)) return { frameRate: slowest, variable };
  return { frameRate: nearest(target), variable };
};
