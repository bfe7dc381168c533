import { createHash } from 'node:crypto';
import { fold, resolve } from '../text/fold.ts';

/** Shorter texts (`спасибо`, `да, подходит`) are said all day and prove nothing. */
const leastLetters = 24;

/**
 * 22 characters that are the same for texts that read the same: letters alone count, so that a number, a smile or a
 * look-alike letter put in does not make a text a new one. Empty for short everyday texts.
 */
export const fingerprintOf = (text: string): string => {
  const letters = resolve(fold(text)).replace(/[^\p{L}]/gu, '');
  if (letters.length < leastLetters) return '';
  return createHash('sha256').update(letters).digest('base64url').slice(0, 22);
};
