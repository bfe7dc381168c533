/** A text by language tag. */
export type LocalisedText = Readonly<Record<string, string>>;

interface TextIn {
  readonly locale: string;
  readonly text: string;
}

/** The map of what travels as a list. */
export const toLocalisedText = (texts: readonly TextIn[]): LocalisedText =>
  Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));

/** The text in that language, else in the language without its region, else English, else any. */
export const textIn = (texts: LocalisedText, locale: string): string | undefined => {
  // Own entries only: "toString" has the form of a language tag.
  const tag = [locale, locale.split('-')[0] ?? '', 'en'].find((one) => Object.hasOwn(texts, one));
  return tag === undefined ? Object.values(texts)[0] : texts[tag];
};
