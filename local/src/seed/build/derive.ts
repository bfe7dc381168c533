import { hashInRange } from '../hash.ts';

/** Lowest and highest book price in minor units, and the step between two neighbouring prices. */
const BOOK_PRICES: Record<string, { min: number; max: number; step: number; ending: number }> = {
  USD: { min: 500, max: 3400, step: 50, ending: 49 },
  CAD: { min: 700, max: 4400, step: 50, ending: 49 },
  GBP: { min: 400, max: 2500, step: 50, ending: 49 },
  EUR: { min: 500, max: 3000, step: 50, ending: 49 },
  AED: { min: 2000, max: 13000, step: 100, ending: 0 },
  RUB: { min: 29000, max: 199000, step: 1000, ending: 0 },
};

/** Goodbooks holds no prices: one in the currency's range (README.md states it), fixed by the id of the book. */
export const bookPriceMinor = (bookId: string, currency: string): number => {
  const range = BOOK_PRICES[currency];
  if (!range) throw new Error(`no book price range for ${currency}`);
  const steps = (range.max - range.min) / range.step;
  return range.min + hashInRange(`price:${bookId}`, 0, steps) * range.step + range.ending;
};
