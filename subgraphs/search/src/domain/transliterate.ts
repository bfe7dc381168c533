/** Latin spellings of Russian letters, longest first, as people type them without a Russian keyboard. */
const letters: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'щ'],
  [/zh/g, 'ж'],
  [/kh/g, 'х'],
  [/ts|tz/g, 'ц'],
  [/ch/g, 'ч'],
  [/sh/g, 'ш'],
  [/yu|iu|ju/g, 'ю'],
  [/ya|ja/g, 'я'],
  [/yo|jo|ye|je/g, 'е'],
  [/(?:iy|ij|yi)$/g, 'ий'],
  [/(?<=[aeiouаеиоуыэюя])[yj]/g, 'й'],
  [/j/g, 'й'],
  [/y/g, 'ы'],
  [/ck/g, 'к'],
  [/x/g, 'кс'],
];

const single: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'к',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  z: 'з',
};

/** A word in Latin letters as the Russian word it may stand for: `krossovki` is кроссовки. */
export const toCyrillic = (word: string): string =>
  [...letters.reduce((text, [spelling, letter]) => text.replace(spelling, letter), word)]
    .map((letter) => single[letter] ?? letter)
    .join('');
