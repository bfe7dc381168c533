import { digitRuns } from '../text/digit-runs.ts';
import { fold, resolve } from '../text/fold.ts';

/** Longer texts say something of their own; parts of a number or of an address are short. */
const maxLength = 32;
/** How many texts before the one that is judged may belong to it: a number in pairs of digits has six parts. */
export const maxFragments = 6;

/**
 * Whether a text may be a part of a contact that is sent in several messages: short, with digits (spelled ones too), or
 * a single word or sign. Most texts are none, and then nothing is looked up.
 */
export const isFragment = (text: string): boolean => {
  if (text.length > maxLength) return false;
  const folded = fold(text).trim();
  return /^\S{1,16}$/.test(folded) || digitRuns(resolve(folded), 1).length > 0;
};

const bareNumber = /^[\d\s()+.,-]*\d[\d\s()+.,-]*$/;

/**
 * What the text may make together with the parts its author sent just before (oldest first); empty when there are none, or
 * when it is no part of anything itself. Only an unbroken row of fragments counts.
 */
export const joinFragments = (text: string, earlier: readonly string[]): string[] => {
  if (earlier.length === 0 || !isFragment(text)) return [];
  const parts = [fold(text).trim()];
  for (const one of earlier.slice(-maxFragments).reverse()) {
    if (!isFragment(one)) break;
    parts.unshift(fold(one).trim());
  }
  if (parts.length === 1) return [];
  if (!parts.every((one) => bareNumber.test(one))) return [parts.join(' ')];
  // Bare numbers one after the other were cut apart at will: how they are grouped says nothing, nor where they begin.
  const numbers = parts.map((one) => one.replace(/[^\d+]/g, ''));
  return numbers.slice(0, -1).map((_one, at) => numbers.slice(at).join(''));
};
