/** Keys of the English (US) layout and the letters that stand on them in the Russian one, row by row. */
const english = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ';

const pairs = [...english].map((key, index): [string, string] => [key, russian[index] ?? key]);
const toRussian = new Map(pairs);
const toEnglish = new Map(pairs.map(([key, letter]) => [letter, key]));

/**
 * What the same keys give on the other layout: `ghbdtn` is привет, `зрщещырщз` is photoshop. A text with letters of
 * both alphabets was not typed on one layout, and a text without letters tells nothing: both give undefined.
 */
export const switchLayout = (text: string): string | undefined => {
  const latin = /[a-z]/i.test(text);
  const cyrillic = /[а-яё]/i.test(text);
  if (latin === cyrillic) return undefined;
  const table = latin ? toRussian : toEnglish;
  return [...text].map((letter) => table.get(letter) ?? letter).join('');
};
