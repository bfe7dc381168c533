/** Russian letters in Latin ones, by sound; hard and soft signs have none. */
const latinOf: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/**
 * Spellings of one sound in the Latin alphabet, in the order in which they are replaced. The left sides cover English
 * spelling and the usual romanisations of Russian (ISO 9, BGN/PCGN, passports, what people type).
 */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/dzh|dj/g, 'j'],
  [/shch|sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/tz|cz/g, 'ts'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/[yj]/g, 'i'],
  [/i+/g, 'i'],
  [/io/g, 'e'],
  [/i(?=[aeu])/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * A rough sound of a word, the same in both alphabets: коврик and kovrik, достоевский and Dostoyevsky, фотошоп and
 * Photoshop have one key each. Words of other alphabets are their own key.
 */
export const soundKey = (word: string): string => {
  const latin = [...word].map((letter) => latinOf[letter] ?? letter).join('');
  if (!/^[a-z]+$/.test(latin)) return latin;
  return spellings.reduce((key, [spelling, sound]) => key.replace(spelling, sound), latin);
};
