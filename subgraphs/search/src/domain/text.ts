/** Letters of the spelling before 1918, and ё: people of today type their modern or plain form. */
const plainLetters: Readonly<Record<string, string>> = { ё: 'е', ѣ: 'е', і: 'и', ѵ: 'и', ѳ: 'ф' };

/** Longest word that is looked at; what is longer is not a word. */
const maxWordLength = 48;

/**
 * One spelling for what people write in many: lower case, no accents on Latin letters, ё as е, old letters as modern ones,
 * no apostrophes. Documents and queries go through it alike.
 */
export const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ёѣіѵѳ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/(?<=\p{L})['’ʼ`](?=\p{L})/gu, '')
    .replace(/(?<=[бвгджзклмнпрстфхцчшщ])ъ(?![а-я])/g, '');

/** The words of a text, normalised, in order: runs of letters and digits. */
export const wordsOf = (text: string): string[] =>
  (normalise(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => [...word].slice(0, maxWordLength).join(''));

/** A number of goods (SKU, GTIN) as it is compared: letters and digits only. */
export const codeOf = (text: string): string =>
  normalise(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, maxWordLength);

/** True for a word that stands for a number or a model: it is never corrected. */
export const hasDigit = (word: string): boolean => /\p{N}/u.test(word);

/** True when every letter is Cyrillic. */
export const isCyrillic = (word: string): boolean => /^[а-яё]+$/.test(word);

/** True when every letter is Latin. */
export const isLatin = (word: string): boolean => /^[a-z]+$/.test(word);

/** Words that say nothing about goods; left out of a query as long as another word is left. */
const stopWords = new Set(
  (
    'а без в во для до за и из или к ко как на над не но о об от по под при с со у что это ' +
    'a an and as at by for from in into is it of on or the to with'
  ).split(' '),
);

/** True for a word that says nothing about goods. */
export const isStopWord = (word: string): boolean => stopWords.has(word);
