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
export const textIn = (texts: LocalisedText, locale: string): string | undefined =>
  texts[locale] ?? texts[locale.split('-')[0] ?? ''] ?? texts['en'] ?? Object.values(texts)[0];
