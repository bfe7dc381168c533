/** One text in several languages, by BCP 47 tag. */
export type LocalisedText = Readonly<Record<string, string>>;

/** The order in which languages stand in for a wanted one: itself, itself without region, English. */
const candidates = (locale: string): readonly string[] => [locale, locale.split('-')[0] ?? locale, 'en'];

/**
 * The text in the wanted language, or the nearest there is: the language without its region, then another region of
 * it, then English, then the first by tag. `undefined` only when there is no text at all.
 */
export const textIn = (texts: LocalisedText, locale: string): string | undefined => {
  for (const candidate of candidates(locale)) {
    if (texts[candidate] !== undefined) return texts[candidate];
  }
  const tags = Object.keys(texts).sort();
  const language = locale.split('-')[0] ?? locale;
  const nearest = tags.find((tag) => tag.split('-')[0] === language) ?? tags[0];
  return nearest === undefined ? undefined : texts[nearest];
};

/** As a list of language and text, ordered by tag. */
export const toTexts = (texts: LocalisedText): { locale: string; text: string }[] =>
  Object.entries(texts)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([locale, text]) => ({ locale, text }));

/** True when two texts say the same in the same languages. */
export const sameTexts = (left: LocalisedText, right: LocalisedText): boolean =>
  JSON.stringify(toTexts(left)) === JSON.stringify(toTexts(right));
