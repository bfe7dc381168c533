/** One text in several languages, by BCP 47 tag. */
export type LocalisedText = Readonly<Record<string, string>>;

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/**
 * The text in the wanted language, or the nearest there is: the language without its region, then another region of
 * it, then English, then the first by tag. `undefined` only when there is no text at all.
 */
export const textIn = (texts: LocalisedText, locale: string): string | undefined => {
  const language = languageOf(locale);
  const tags = Object.keys(texts).sort();
  const sibling = tags.find((tag) => languageOf(tag) === language);
  const found = [locale, language, sibling, 'en', tags[0]].find(
    (tag) => tag !== undefined && Object.hasOwn(texts, tag),
  );
  return found === undefined ? undefined : texts[found];
};

/** As a list of language and text, ordered by tag. */
export const toTexts = (texts: LocalisedText): { locale: string; text: string }[] =>
  Object.entries(texts)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([locale, text]) => ({ locale, text }));

/** True when two texts say the same in the same languages. */
export const sameTexts = (left: LocalisedText, right: LocalisedText): boolean =>
  JSON.stringify(toTexts(left)) === JSON.stringify(toTexts(right));
