import { allowedEdits, editDistance } from './edit-distance.ts';
import type { Chunk } from './query-words.ts';
import { soundKey } from './sound-key.ts';
import { hasDigit, isCyrillic, isLatin, isStopWord } from './text.ts';

/** A word that goods have. */
export interface Term {
  readonly word: string;
  readonly stem: string;
  readonly soundKey: string;
  /** Products that have it. */
  readonly documents: number;
}

/** What the vocabulary knows of a word that was asked for. */
export interface Knowledge {
  readonly stem: string;
  /** Terms of the same stem: forms of the very word. */
  readonly forms: readonly Term[];
  /** Terms that sound the same and are other words, most frequent first. */
  readonly alike: readonly Term[];
}

export type Vocabulary = ReadonlyMap<string, Knowledge>;

/** A word to be found, by any of its alternatives. */
export interface Group {
  /** The word as it is shown to the person. */
  readonly shown: string;
  readonly alternatives: readonly string[];
  readonly stems: readonly string[];
  /** False when no product has any of the alternatives. */
  readonly known: boolean;
  readonly stopWord: boolean;
  /** Products that have the word; tells which words are rare. */
  readonly documents: number;
  /** True when the word is not the one that was typed. */
  readonly corrected: boolean;
  /** True when synonyms came in, which nobody counted. */
  readonly widened?: boolean;
}

/** Words that sound alike and are searched for besides; more would bring in ever less likely ones. */
const maxAlike = 3;

/** Shorter keys stand for too many words. */
const minKeyForAlike = 4;

/** A shorter unknown word is not replaced by one that sounds alike. */
const minSounding = 3;

const isKnown = (word: string, vocabulary: Vocabulary): boolean => (vocabulary.get(word)?.forms.length ?? 0) > 0;
const isSettled = (word: string, vocabulary: Vocabulary): boolean =>
  isStopWord(word) || hasDigit(word) || isKnown(word, vocabulary);

const sum = (terms: readonly Term[]): number => terms.reduce((total, { documents }) => total + documents, 0);

const differentStems = (terms: readonly Term[]): Term[] => {
  const seen = new Set<string>();
  return terms.filter(({ stem }) => !seen.has(stem) && seen.add(stem)).slice(0, maxAlike);
};

/** A word that is searched for as it is, with those that sound like it in the other alphabet or spelling. */
const asItIs = (word: string, vocabulary: Vocabulary, corrected: boolean): Group => {
  const knowledge = vocabulary.get(word);
  const forms = knowledge?.forms ?? [];
  const alike = isStopWord(word) || word.length < minKeyForAlike ? [] : differentStems(knowledge?.alike ?? []);
  return {
    shown: word,
    alternatives: [word, ...alike.map((term) => term.word)],
    stems: [knowledge?.stem ?? word, ...alike.map(({ stem }) => stem)],
    known: forms.length > 0 || hasDigit(word) || alike.length > 0,
    stopWord: isStopWord(word),
    documents: sum(forms) + sum(alike),
    corrected,
  };
};

/** A word in place of one that nobody's goods have. */
const insteadOf = (terms: readonly Term[]): Group => {
  const chosen = differentStems(terms);
  return {
    shown: chosen[0]?.word ?? '',
    alternatives: chosen.map(({ word }) => word),
    stems: chosen.map(({ stem }) => stem),
    known: true,
    stopWord: false,
    documents: sum(chosen),
    corrected: true,
  };
};

/**
 * The terms a misspelt word was most likely meant to be, best first. Nearness decides, then how many goods have the
 * word; a wrong first letter counts extra, because people rarely mistake it. Terms about as near as the best one come along.
 */
export const likelyTerms = (word: string, candidates: readonly Term[]): Term[] => {
  const key = soundKey(word);
  const most = allowedEdits(key.length);
  const scored = candidates
    .map((term) => ({
      term,
      distance:
        editDistance(key, term.soundKey) +
        (key[0] === term.soundKey[0] ? 0 : 0.5) +
        (sameAlphabet(word, term.word) ? 0 : 0.25),
    }))
    .filter(({ distance }) => distance <= most);
  const best = Math.min(...scored.map(({ distance }) => distance));
  return scored
    .filter(({ distance }) => distance <= best + 0.25)
    .sort(
      (a, b) => a.distance - b.distance || b.term.documents - a.term.documents || (a.term.word < b.term.word ? -1 : 1),
    )
    .map(({ term }) => term);
};

const sameAlphabet = (first: string, second: string): boolean =>
  (isCyrillic(first) && isCyrillic(second)) || (isLatin(first) && isLatin(second));

/** Terms near a word, by the word. */
export type Nearest = ReadonlyMap<string, readonly Term[]>;

/** Words for which nearest terms are needed: those that nothing else explains. */
export const unexplainedWords = (chunks: readonly Chunk[], vocabulary: Vocabulary): string[] => {
  const words = chunks
    .filter((chunk) => explain(chunk, vocabulary, new Map()) === undefined)
    .flatMap(({ words: typed, switched }) => [...typed, ...switched]);
  return [...new Set(words.filter((word) => !isSettled(word, vocabulary)))];
};

/** The first explanation that holds, in the order of how sure it is; undefined when none does. */
const explain = (chunk: Chunk, vocabulary: Vocabulary, nearest: Nearest): Group[] | undefined => {
  const { words, switched, cyrillic } = chunk;
  const settled = (list: readonly string[]) => list.length > 0 && list.every((word) => isSettled(word, vocabulary));
  if (settled(words)) return words.map((word) => asItIs(word, vocabulary, false));
  if (settled(switched) && switched.some((word) => word.length > 1))
    return switched.map((word) => asItIs(word, vocabulary, true));
  const sounding = words.map((word) =>
    replaced(word, vocabulary, (unknown) =>
      unknown.length < minSounding ? undefined : vocabulary.get(unknown)?.alike,
    ),
  );
  if (words.length > 0 && sounding.every(isDefined)) return sounding.filter(isDefined);
  if (settled(cyrillic)) return cyrillic.map((word) => asItIs(word, vocabulary, true));
  for (const list of [words, switched]) {
    const corrected = list.map((word) =>
      replaced(word, vocabulary, (unknown) => likelyTerms(unknown, nearest.get(unknown) ?? [])),
    );
    if (list.length > 0 && corrected.every(isDefined)) return corrected.filter(isDefined);
  }
  return undefined;
};

const isDefined = (group: Group | undefined): group is Group => group !== undefined;

const replaced = (
  word: string,
  vocabulary: Vocabulary,
  terms: (word: string) => readonly Term[] | undefined,
): Group | undefined => {
  if (isSettled(word, vocabulary)) return asItIs(word, vocabulary, false);
  const found = terms(word) ?? [];
  return found.length > 0 ? insteadOf(found) : undefined;
};

/**
 * Turns what was typed into what is looked for. Words that nobody's goods have are explained, most certain first: the
 * other keyboard layout, the other alphabet, a misspelling. Once one piece was typed on the other layout or in Latin
 * letters, pieces beside it that make a stop word there were, too.
 */
export const resolveQuery = (chunks: readonly Chunk[], vocabulary: Vocabulary, nearest: Nearest): Group[] => {
  const explained = chunks.map((chunk) => explain(chunk, vocabulary, nearest));
  const onOtherLayout = chunks.some(
    ({ switched }, index) => switched[0] !== undefined && explained[index]?.[0]?.shown === switched[0],
  );
  const inLatinLetters = chunks.some(
    ({ cyrillic }, index) => cyrillic.length > 0 && (explained[index] ?? []).some(({ shown }) => isCyrillic(shown)),
  );
  return chunks.flatMap((chunk, index) => {
    const [only, ...others] = onOtherLayout ? chunk.switched : inLatinLetters ? chunk.cyrillic : [];
    if (only !== undefined && others.length === 0 && isStopWord(only)) return [asItIs(only, vocabulary, true)];
    return explained[index] ?? chunk.words.map((word) => asItIs(word, vocabulary, false));
  });
};

/** Groups that have to match: stop words only when there is nothing else. */
export const tellingGroups = (groups: readonly Group[]): Group[] => {
  const telling = groups.filter(({ stopWord }) => !stopWord);
  return telling.length > 0 ? telling : [...groups];
};

/**
 * About how many products have all the words: no more than have the rarest one. Undefined when nothing is known of any word:
 * numbers and synonyms are not counted.
 */
export const expectedHits = (groups: readonly Group[]): number | undefined => {
  const counted = groups.filter(({ known, widened, shown }) => known && !widened && !hasDigit(shown));
  return counted.length > 0 ? Math.min(...counted.map(({ documents }) => documents)) : undefined;
};
