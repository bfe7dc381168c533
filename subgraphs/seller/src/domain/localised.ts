import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';

/** A text in one language (BCP 47). */
export interface LocalisedText {
  readonly locale: string;
  readonly text: string;
}

const languageOf = (locale: string): string => new Intl.Locale(locale).language;

/** The text for a reader: the same tag, the same language, English, or whatever there is; empty when there is none. */
export const textFor = (texts: readonly LocalisedText[], locale: string): string => {
  const found =
    texts.find((entry) => entry.locale === locale) ??
    texts.find((entry) => languageOf(entry.locale) === languageOf(locale)) ??
    texts.find((entry) => languageOf(entry.locale) === 'en') ??
    texts[0];
  return found?.text ?? '';
};

export interface TextsRule {
  readonly field: string;
  /** Fewest texts. */
  readonly atLeast: number;
  readonly maxLength: number;
  readonly lines?: boolean;
}

const maxLanguages = 20;

/** Checks texts in several languages: one per language, none empty, none too long. */
export const readTexts = (
  texts: readonly LocalisedText[],
  { field, atLeast, maxLength, lines = false }: TextsRule,
): Result<readonly LocalisedText[], Refusal> => {
  if (texts.length < atLeast)
    return refuse(plainRefusal('TEXT_REQUIRED', [field], 'Give at least one text with its language.'));
  if (texts.length > maxLanguages)
    return refuse(plainRefusal('TOO_MANY_LANGUAGES', [field], `Give texts in at most ${maxLanguages} languages.`));
  const read: LocalisedText[] = [];
  for (const [index, entry] of texts.entries()) {
    const locale = new Intl.Locale(entry.locale).toString();
    if (read.some((known) => known.locale === locale)) {
      return refuse(
        plainRefusal('LANGUAGE_TWICE', [field, String(index), 'locale'], `There are two texts in ${locale}; keep one.`),
      );
    }
    const text = readText(entry.text, { field: [field, String(index), 'text'], min: 1, max: maxLength, lines });
    if (!text.ok) return text;
    read.push({ locale, text: text.value });
  }
  return ok(read);
};
