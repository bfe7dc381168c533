/**
 * Letters that pass for others, after compatibility decomposition and lower case. Only scripts people really hide
 * behind: Greek, Armenian, Cherokee, small capitals, and Cyrillic letters that no Russian word has. The selection
 * follows the idea of Unicode UTS #39 (confusables); the table is small on purpose, so that it can be read.
 */
const toBase: readonly (readonly [letters: string, base: string])[] = [
  ['αɑᴀꭺ∂', 'a'],
  ['βʙꮟᏼ', 'b'],
  ['ϲᴄꮯ', 'c'],
  ['ԁᴅꭰ', 'd'],
  ['εєᴇꭼ℮', 'e'],
  ['ғꜰ', 'f'],
  ['ɢցᏻ', 'g'],
  ['һհʜꮋ', 'h'],
  ['ιіɪıꭵ', 'i'],
  ['јᴊʝ', 'j'],
  ['κᴋҝꮶ', 'k'],
  ['ӏʟⅼꮮ', 'l'],
  ['ᴍꮇ', 'm'],
  ['ηոɴ', 'n'],
  ['οօᴏσᴑ', 'o'],
  ['ρᴘꮲ', 'p'],
  ['ԛզ', 'q'],
  ['ʀꭱ', 'r'],
  ['ѕꜱꮪ', 's'],
  ['τᴛꭲ', 't'],
  ['υսᴜʋ', 'u'],
  ['νᴠѵꮩ', 'v'],
  ['ωѡԝᴡꮃ', 'w'],
  ['χ', 'x'],
  ['үγʏ', 'y'],
  ['ᴢꮓ', 'z'],
  ['҃', ''],
  ['。．․•·∙⋅●', '.'],
  ['‐‑‒–—―−⁃_', '-'],
  ['⁄∕⧸', '/'],
  ['⠀ㅤ', ' '],
];

const base = new Map(toBase.flatMap(([letters, to]) => [...letters].map((letter) => [letter, to] as const)));

/** The plain character a look-alike stands for, or the character itself. */
export const baseOf = (character: string): string => base.get(character) ?? character;

/** Latin letters as they pass for Russian ones (lower case, and capitals made small). */
export const latinAsCyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aаbвcсeеhнiиkкmмnпoоpрrгtтuиxхyу'].reduce<string[][]>((pairs, letter, at, all) => {
    if (at % 2 === 0) pairs.push([letter, all[at + 1] ?? letter]);
    return pairs;
  }, []),
);

/** Russian letters as they pass for Latin ones. */
export const cyrillicAsLatin: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaвbсcеeнhкkмmоoрpтtхxуyгrпnиuзeьb'].reduce<string[][]>((pairs, letter, at, all) => {
    if (at % 2 === 0) pairs.push([letter, all[at + 1] ?? letter]);
    return pairs;
  }, []),
);

/** What may stand in for a letter inside a word that somebody hides: letters of the other script, digits and signs. */
export const standIns: Readonly<Record<string, string>> = {
  a: 'aа4@',
  b: 'bвб8',
  c: 'cс',
  d: 'dд',
  e: 'eе3',
  f: 'f',
  g: 'gг9',
  h: 'hнх',
  i: 'iи1l!|',
  j: 'jй',
  k: 'kк',
  l: 'lл1i|',
  m: 'mм',
  n: 'nнп',
  o: 'oо0',
  p: 'pрп',
  q: 'q9',
  r: 'rгр',
  s: 'sс5$',
  t: 'tт7+',
  u: 'uи',
  v: 'vв',
  w: 'wшв',
  x: 'xх',
  y: 'yу',
  z: 'zз2',
  а: 'аa4@',
  б: 'б6b',
  в: 'вb8v',
  г: 'гrg',
  д: 'дd',
  е: 'еe3',
  и: 'иui',
  й: 'йиu',
  к: 'кk',
  л: 'лl1',
  м: 'мm',
  н: 'нhn',
  о: 'оo0',
  п: 'пnp',
  р: 'рpr',
  с: 'сcs',
  т: 'тtm7',
  у: 'уyu',
  х: 'хxh',
  ц: 'цc',
  ш: 'шw',
};
