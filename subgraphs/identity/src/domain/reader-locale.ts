const maxLength = 35;

/** The language of a request as a canonical BCP 47 tag; English when what the caller said is not one. */
export const readerLocale = (said: string): string => {
  if (said.length > maxLength) return 'en';
  try {
    return Intl.getCanonicalLocales(said)[0] ?? 'en';
  } catch {
    // RangeError is how the runtime says "not a language tag"; English is the answer then.
    return 'en';
  }
};
