import type { LocalisedText } from './localised-text.ts';
import type { Problems } from './problems.ts';
import { productLimits } from './product.ts';

/**
 * True for text that Postgres can store and JSON can carry: no NUL and no lone surrogate. Everything else people write
 * (emoji, right-to-left marks, combining marks, markup) is theirs to write.
 */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/** A text trimmed and put into Unicode's composed form, or undefined after saying what is wrong with it. */
export const checkText = (
  text: string,
  field: readonly string[],
  maxLength: number,
  problems: Problems,
): string | undefined => {
  if (!isStorable(text)) {
    problems.add('INVALID_TEXT', field, 'This text has a NUL character or half of a character pair; remove it.');
    return undefined;
  }
  const clean = text.normalize('NFC').trim();
  if (clean === '') problems.add('INVALID_TEXT', field, 'This must not be blank.');
  else if (clean.length > maxLength)
    problems.add('INVALID_TEXT', field, `This has ${clean.length} characters; at most ${maxLength} fit.`);
  else return clean;
  return undefined;
};

/** A text that may be left out; blank counts as left out. */
export const checkOptionalText = (
  text: string | null | undefined,
  field: readonly string[],
  maxLength: number,
  problems: Problems,
): string | null => {
  if (text == null || text.trim() === '') return null;
  return checkText(text, field, maxLength, problems) ?? null;
};

export interface TextEntry {
  readonly locale: string;
  readonly text: string;
}

/** Texts by language: each language once, at least one unless `optional`. */
export const checkTexts = (
  entries: readonly TextEntry[],
  rules: { readonly field: readonly string[]; readonly maxLength: number; readonly optional?: boolean },
  problems: Problems,
): LocalisedText => {
  const { field, maxLength } = rules;
  const texts = new Map<string, string>();
  if (entries.length === 0 && !rules.optional)
    problems.add('INVALID_TEXT', field, 'Give this in at least one language.');
  if (entries.length > productLimits.locales)
    problems.add('INVALID_TEXT', field, `At most ${productLimits.locales} languages fit.`);
  for (const [index, entry] of entries.entries()) {
    const at = [...field, String(index)];
    const locale = Intl.getCanonicalLocales(entry.locale)[0] ?? entry.locale;
    const text = checkText(entry.text, [...at, 'text'], maxLength, problems);
    if (texts.has(locale))
      problems.add('DUPLICATE_LOCALE', [...at, 'locale'], `The language ${locale} is given twice; give each once.`);
    else if (text !== undefined) texts.set(locale, text);
  }
  return Object.fromEntries([...texts].sort(([left], [right]) => (left < right ? -1 : 1)));
};

const codeForm = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Codes of axes, values, attributes and their options. */
export const checkCode = (code: string, field: readonly string[], problems: Problems): void => {
  if (!codeForm.test(code))
    problems.add(
      'INVALID_CODE',
      field,
      'A code is 1 to 64 lower case letters, digits, "_" or "-", starting with a letter or digit.',
    );
};

/** Tells of every code that stands twice. */
export const checkUnique = (
  codes: readonly string[],
  fieldOf: (index: number) => readonly string[],
  problems: Problems,
): void => {
  const seen = new Set<string>();
  for (const [index, code] of codes.entries()) {
    if (seen.has(code))
      problems.add('DUPLICATE_CODE', fieldOf(index), `"${code.slice(0, 64)}" is given twice; give each once.`);
    seen.add(code);
  }
};
