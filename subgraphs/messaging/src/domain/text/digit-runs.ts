import { digitsOfWords, digitWordPattern, gluedNumbers, isDigitWord } from './digit-words.ts';

/** A sequence of digits as somebody may have written a telephone or card number. */
export interface DigitRun {
  readonly digits: string;
  /** The digits when spelled numbers are read one by one (`девятьсот один` as 9001), where that makes others; see `digitsOfWords`. */
  readonly apart?: string;
  /** How many digits stood together: `8 (916) 123-45-67` is 1, 3, 3, 2, 2. Spelled numbers count as one group each. */
  readonly groups: readonly number[];
  readonly hasPlus: boolean;
  readonly hasBrackets: boolean;
  /** Some of it was spelled in words, or letters stood for digits: nobody writes a price like that. */
  readonly isHidden: boolean;
  /** The folded text it was made of. */
  readonly raw: string;
  /** The forty folded characters before it, where its meaning is said (`трек`, `тел.`), and twenty after. */
  readonly before: string;
  readonly after: string;
}

interface Piece {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  readonly isHidden: boolean;
}

const standsFor: Readonly<Record<string, string>> = {
  o: '0',
  о: '0',
  l: '1',
  i: '1',
  '|': '1',
  з: '3',
  z: '2',
  ч: '4',
  s: '5',
  б: '6',
  b: '8',
  в: '8',
};

/** A token that is mostly digits, with letters that look like digits (`89I6`, `4б7`); undefined for other tokens. */
const readDigits = (token: string): { digits: string; isHidden: boolean } | undefined => {
  if (/^\d+$/.test(token)) return { digits: token, isHidden: false };
  const count = token.replace(/\D/g, '').length;
  if (count * 2 < token.length && !onlyLookAlikes.test(token)) return undefined;
  const digits = [...token].map((character) => (/\d/.test(character) ? character : standsFor[character]));
  return digits.includes(undefined) ? undefined : { digits: digits.join(''), isHidden: true };
};

const tokens = /[\da-zа-я|]+/g;
const onlyLookAlikes = /^[li|oо]{2,8}$/;

const glued = (part: RegExpMatchArray, start: number): Piece => {
  const from = start + (part.index ?? 0);
  return { start: from, end: from + part[0].length, digits: part[0], words: [], isHidden: false };
};

/** Spelled numbers and digits written together: pieces of one place, so that nothing comes between them. */
const gluedPieces = (token: string, start: number): Piece[] => {
  const place = { start, end: start + token.length, isHidden: true };
  return (gluedNumbers(token) ?? []).map((part) =>
    /\d/.test(part) ? { digits: part, words: [], ...place } : { digits: '', words: [part], ...place },
  );
};

const piecesOf = (folded: string): Piece[] => {
  const pieces: Piece[] = [];
  for (const match of folded.matchAll(tokens)) {
    const [token] = match;
    const start = match.index;
    const place = { start, end: start + token.length };
    const read = readDigits(token);
    if (read) pieces.push({ words: [], ...place, ...read });
    else if (isDigitWord(token)) pieces.push({ digits: '', words: [token], isHidden: true, ...place });
    else if (gluedNumbers(token)) pieces.push(...gluedPieces(token, start));
    // Letters glued to a number (`звони89161234567`, `12шт`) end it.
    else for (const part of token.matchAll(/\d+/g)) pieces.push(glued(part, start));
  }
  return pieces;
};

/** Words that are dictated between the parts of a number. */
const dictated = /^[\s,.-]{1,3}(?:и\s+)?(?:тире|дефис|минус|пробел|потом|затем|далее|dash|then)[\s,.-]{1,3}$/;
const joins = (between: string): boolean =>
  (between.length <= 5 && /^[\s()\-.,/*+~:=|\u{1f000}-\u{1ffff}]*$/u.test(between)) ||
  (between.length <= 16 && dictated.test(between));

const runOf = (folded: string, pieces: readonly Piece[]): DigitRun => {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  const [start, end] = [first?.start ?? 0, last?.end ?? 0];
  const groups: string[] = [];
  let apart = '';
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) continue;
    if (piece.digits) {
      groups.push(piece.digits);
      apart += piece.digits;
    } else {
      let until = at;
      while (pieces[until + 1]?.words.length) until += 1;
      const words = pieces.slice(at, until + 1).flatMap((one) => one.words);
      groups.push(digitsOfWords(words));
      apart += digitsOfWords(words, true);
      at = until;
    }
  }
  const lead = folded.slice(Math.max(0, start - 2), start);
  const raw = folded.slice(start, end);
  const digits = groups.join('');
  return {
    digits,
    ...(apart !== digits && { apart }),
    groups: groups.map((group) => group.length),
    hasPlus: lead.includes('+'),
    hasBrackets: (lead + raw).includes('('),
    isHidden: pieces.some(({ isHidden }) => isHidden),
    raw,
    before: folded.slice(Math.max(0, start - 40), start),
    after: folded.slice(end, end + 20),
  };
};

const someNumber = new RegExp(`\\d|(?<![a-zа-я])(?:[li|oо]{2,8}(?![a-zа-я])|${digitWordPattern})`);

/** Every run of at least `least` digits in a folded text, however it is grouped, spelled or disguised. */
export const digitRuns = (folded: string, least: number): DigitRun[] =>
  someNumber.test(folded) ? searchRuns(folded, least) : [];

/** The same without the quick look that spares most texts the search. */
export const searchRuns = (folded: string, least: number): DigitRun[] => {
  const runs: DigitRun[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0) runs.push(runOf(folded, open));
    open = [];
  };
  for (const piece of piecesOf(folded)) {
    const previous = open[open.length - 1];
    if (previous && (open.length >= 40 || !joins(folded.slice(previous.end, piece.start)))) close();
    open.push(piece);
  }
  close();
  return runs.filter(({ digits, apart }) => digits.length >= least || (apart?.length ?? 0) >= least);
};
