import { baseOf, cyrillicAsLatin, latinAsCyrillic } from './look-alikes.ts';

/** More than this of a text is not looked at: messages are shorter, and time must not grow with what a stranger sends. */
export const maxLookedAt = 65_536;

/** Squared, circled and flag letters that compatibility decomposition leaves alone, by where their alphabet begins. */
const letterBlocks = [0x1f150, 0x1f170, 0x1f1e6];

/** Digits in black and white circles, by where 1 stands; compatibility decomposition leaves them alone as well. */
const digitBlocks = [0x2776, 0x2780, 0x278a, 0x24f5];

const plainLetter = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const one = digitBlocks.find((first) => code >= first && code < first + 9);
  if (one !== undefined) return String(1 + code - one);
  if (code === 0x24ff || code === 0x1f10c) return '0';
  const start = letterBlocks.find((first) => code >= first && code < first + 26);
  return start === undefined ? baseOf(character) : String.fromCharCode(97 + code - start);
};

/** Any script's digit as an ASCII one: blocks of digits are ten long and begin at a multiple of ten or of sixteen. */
const plainDigit = (digit: string): string => {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return String(value);
};

const isPlain = /^[\n -~а-яё«»]*$/;

/**
 * A text as a reader sees it, in the fewest characters: lower case, one form for full-width, mathematical, circled and
 * flag letters, without accents, joiners and other invisible characters, ё as е, digits of any script as 0–9, dashes
 * and dots of one kind. The script of a letter is kept: `resolveWord` decides about whole words.
 */
export const fold = (text: string): string => {
  const lower = text.slice(0, maxLookedAt).toLowerCase().replace(/№/g, '#');
  if (isPlain.test(lower)) return lower.replace(/ё/g, 'е').replace(/_/g, '-');
  const bare = lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(/и\u0306/gu, 'й')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\p{Z}\t\r]/gu, ' ')
    .replace(/[^\n\P{C}]/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, plainDigit);
  return bare.replace(/[^\0-\x5e\x60-\x7fа-я]/gu, plainLetter);
};

const onlyCyrillic = /[бджзийлфцчшщъыьэюягп]/;
const surelyCyrillic = /[бджзйлфцчшщъыьэюя]/;
const onlyLatin = /[dfgjlqsvwz]/;
const latinLetter = /[a-z]/;
const cyrillicLetter = /[а-я]/;
const digitsAsCyrillic: Readonly<Record<string, string>> = { '0': 'о', '3': 'з', '4': 'ч', '6': 'б' };
const digitsAsLatin: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

const swap = (word: string, letters: Readonly<Record<string, string>>, digits: Readonly<Record<string, string>>) =>
  [...word]
    .map((letter, at, all) =>
      letters[letter] !== undefined
        ? letters[letter]
        : /\p{L}/u.test(all[at - 1] ?? '') && /\p{L}/u.test(all[at + 1] ?? '')
          ? (digits[letter] ?? letter)
          : letter,
    )
    .join('');

/** Which script a word was meant in: that of its letters without a look-alike, else that of the text around it. */
const isMeantCyrillic = (word: string, among: 'cyrillic' | 'latin'): boolean => {
  if (surelyCyrillic.test(word)) return true;
  if (onlyLatin.test(word)) return false;
  return onlyCyrillic.test(word) || among === 'cyrillic';
};

/**
 * One folded word in one script: a word with both Latin and Russian letters becomes what it was made to look like
 * (`pa6oтa` → `работа`, `теlеgrаm` → `telegram`); single digits between letters count as letters there. Words of one
 * script stay as they are.
 */
const resolveWord = (word: string, among: 'cyrillic' | 'latin'): string => {
  // A number with letters in it (`89i6i2345б7`) is read as a number, see `digitRuns`.
  if (word.length >= 7 && word.replace(/\D/g, '').length * 2 > word.length) return word;
  if (latinLetter.test(word) && cyrillicLetter.test(word))
    return isMeantCyrillic(word, among)
      ? swap(word, latinAsCyrillic, digitsAsCyrillic)
      : swap(word, cyrillicAsLatin, digitsAsLatin);
  if (/^[а-я]+[0346][а-я]+$/.test(word)) return swap(word, {}, digitsAsCyrillic);
  return /^[a-z]+[013457][a-z]+$/.test(word) ? swap(word, {}, digitsAsLatin) : word;
};

/** Whether a folded word hides letters of one script among the other's (`тeлeгpaм`), as people write only to hide. */
export const isDisguised = (word: string): boolean =>
  latinLetter.test(word) && cyrillicLetter.test(word) && word.length > 3;

const word = /[a-zа-я0-9]+/g;

/** Some word has letters of both scripts, whatever digits stand between them. */
const mixes = /[a-z]\d*[а-я]|[а-я]\d*[a-z]/;
/** Some word has a digit among its letters. */
const holdsDigit = /[a-zа-я]\d+[a-zа-я]/;

/** A folded text with every word in one script; words that could be either follow the rest of the text. */
export const resolve = (folded: string): string =>
  // Nearly every text: no word of it is two-faced.
  mixes.test(folded) || holdsDigit.test(folded) ? resolveWords(folded) : folded;

/** The same without the quick look that spares most texts the search. */
export const resolveWords = (folded: string): string => {
  if (!cyrillicLetter.test(folded)) return folded.replace(word, (one) => resolveWord(one, 'latin'));
  const cyrillic = folded.match(/[бджзийлфцчшщъыьэюягп]/g)?.length ?? 0;
  const among = cyrillic >= (folded.match(/[dfgjlqsvwz]/g)?.length ?? 0) ? 'cyrillic' : 'latin';
  return folded.replace(word, (one) => resolveWord(one, among));
};

/** A folded text with words of both scripts made Latin, as addresses and hosts are. */
export const latinise = (folded: string): string =>
  mixes.test(folded)
    ? folded.replace(word, (one) =>
        latinLetter.test(one) && cyrillicLetter.test(one) ? swap(one, cyrillicAsLatin, {}) : one,
      )
    : folded;
