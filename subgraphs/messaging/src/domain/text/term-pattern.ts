import { standIns } from './look-alikes.ts';

/** What may stand between the letters of a word that somebody spaces out. */
const gap = String.raw`[\s.,\-*|/\\~'"+=:;^]{0,3}`;

const classOf = (letter: string): string => `[${(standIns[letter] ?? letter).replace(/[\]\\^-]/g, '\\$&')}]`;

/**
 * The source of a pattern that finds a word in folded text however it is hidden: look-alike letters, digits for
 * letters, signs and spaces between. Each character can be matched in one way only, so time grows with the text alone.
 * Endings (`телеграм` + `е`) are for the caller.
 */
export const hiddenTerm = (term: string): string => [...term].map(classOf).join(gap);

/** One pattern for several hidden words that stand on their own, with up to `endings` letters after them. */
export const hiddenTerms = (terms: readonly string[], endings: number): RegExp =>
  new RegExp(`(?<![a-zа-я0-9])(?:${terms.map(hiddenTerm).join('|')})[a-zа-я]{0,${endings}}(?![a-zа-я0-9])`, 'g');
