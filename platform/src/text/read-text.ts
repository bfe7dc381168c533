import { ok, plainRefusal, type Refusal, type Result, refuse } from '../result/index.ts';

/** Limits of one text field, in characters as people count them (code points). */
export interface TextRule {
  /** Path below `input`, for the refusal. */
  readonly field: readonly string[];
  readonly min: number;
  readonly max: number;
  /** True keeps line breaks. */
  readonly lines?: boolean;
}

// Control characters (NUL among them, which Postgres cannot store), halves of characters, line and paragraph separators, and the marks that
// turn the reading direction of whatever text follows.
const unwanted = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text on one line, without invisible troublemakers, in NFC, with runs of white space made one space. */
export const tidy = (value: string): string =>
  value.replace(/\s/gu, ' ').replace(unwanted, '').replace(/ +/g, ' ').normalize('NFC').trim();

/** The same line by line, with at most one empty line in a row. */
const tidyLines = (value: string): string =>
  value
    .split(/\r\n|\r|\n/)
    .map(tidy)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * Tidies a text a person typed and checks its length. Any script and any symbol is welcome. Refusals: `TEXT_REQUIRED`
 * when it is shorter than `min`, `TEXT_TOO_LONG` when it is longer than `max`.
 */
export const readText = (value: string, { field, min, max, lines }: TextRule): Result<string, Refusal> => {
  const text = lines ? tidyLines(value) : tidy(value);
  const length = [...text].length;
  if (length < min) return refuse(plainRefusal('TEXT_REQUIRED', field, 'This field must not be empty; fill it in.'));
  if (length > max)
    return refuse(plainRefusal('TEXT_TOO_LONG', field, `This is ${length} characters long; use at most ${max}.`));
  return ok(text);
};
