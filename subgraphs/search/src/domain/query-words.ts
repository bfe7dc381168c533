import { switchLayout } from './keyboard-layout.ts';
import { codeOf, hasDigit, isLatin, wordsOf } from './text.ts';
import { toCyrillic } from './transliterate.ts';

/** A piece of the query between spaces, in the ways it may have been meant. */
export interface Chunk {
  /** Normalised words as typed; more than one for "anti-virus". */
  readonly words: readonly string[];
  /** Words that the same keys give on the other keyboard layout. */
  readonly switched: readonly string[];
  /** Russian words typed in Latin letters, letter by letter. */
  readonly cyrillic: readonly string[];
}

/** Words of a query that are looked at. Whole titles fit; whole descriptions need not. */
export const maxQueryWords = 16;

/** Splits a query. */
export const chunksOf = (query: string): Chunk[] => {
  const chunks: Chunk[] = [];
  let count = 0;
  for (const piece of query.split(/\s+/u)) {
    const words = wordsOf(piece);
    const switched = wordsOf(switchLayout(piece) ?? '');
    if (words.length === 0 && switched.length === 0) continue;
    count += Math.max(words.length, 1);
    if (count > maxQueryWords) break;
    chunks.push({ words, switched, cyrillic: words.every(isLatin) ? words.map(toCyrillic) : [] });
  }
  return chunks;
};

/** Every word whose being known matters. */
export const candidateWords = (chunks: readonly Chunk[]): string[] => [
  ...new Set(chunks.flatMap(({ words, switched, cyrillic }) => [...words, ...switched, ...cyrillic])),
];

/** The whole query as a number of goods, when it looks like one: a SKU or GTIN with its spaces and hyphens. */
export const codeIn = (query: string): string | undefined => {
  const code = codeOf(query);
  return code.length >= 4 && query.length <= 60 && hasDigit(code) ? code : undefined;
};

/** The query as rules and counts know it. */
export const queryKey = (query: string): string => wordsOf(query).slice(0, maxQueryWords).join(' ');

/** Longest query, in characters. */
export const maxQueryLength = 200;
