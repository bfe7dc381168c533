const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/[پچژگ]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
];

/** Language that the letters of a text give away, or `undefined` for Latin and unknown scripts. */
export const languageOfScript = (text: string): string | undefined =>
  SCRIPTS.find(([pattern]) => pattern.test(text))?.[1];

/** Collapses white space; texts stay otherwise as their source wrote them. */
export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** ASCII slug of a Latin text. */
export const slugify = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Decimal text (`879.99`, `1,4`) to minor units of a currency with two decimals, without floating-point arithmetic. */
export const toMinor = (decimal: string): number | undefined => {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(decimal.trim());
  if (!match) return undefined;
  const fraction = (match[2] ?? '').padEnd(2, '0');
  if (/[1-9]/.test(fraction.slice(2))) return undefined;
  return Number(match[1]) * 100 + Number(fraction.slice(0, 2));
};

/** Leaves out keys whose value is `undefined`, so that written rows never carry them. */
export const compact = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
