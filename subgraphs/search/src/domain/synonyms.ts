import type { Group } from './resolve-query.ts';
import { wordsOf } from './text.ts';

/** Longest phrase that can have synonyms, in words. */
export const maxPhraseWords = 3;

/** Stems of a phrase in one order, so that word forms and word order do not matter. */
export const phraseKey = (stems: readonly string[]): string => [...stems].sort().join(' ');

interface Span {
  readonly start: number;
  readonly length: number;
  readonly key: string;
}

/** Every run of words that may be a phrase with synonyms, longer ones first. */
export const spansOf = (groups: readonly Pick<Group, 'stems'>[]): Span[] => {
  const spans: Span[] = [];
  for (let length = Math.min(maxPhraseWords, groups.length); length >= 1; length -= 1)
    for (let start = 0; start + length <= groups.length; start += 1)
      spans.push({
        start,
        length,
        key: phraseKey(groups.slice(start, start + length).map(({ stems }) => stems[0] ?? '')),
      });
  return spans;
};

/** Lets a phrase with synonyms also be found by them. Longer phrases first; a word belongs to one phrase only. */
export const addSynonyms = (groups: readonly Group[], synonyms: ReadonlyMap<string, readonly string[]>): Group[] => {
  const result = new Map<number, Group>(groups.entries());
  const taken = new Set<number>();
  for (const { start, length, key } of spansOf(groups)) {
    const phrases = synonyms.get(key);
    const places = Array.from({ length }, (_, index) => start + index);
    if (!phrases || places.some((place) => taken.has(place))) continue;
    const span = groups.slice(start, start + length);
    for (const place of places) {
      taken.add(place);
      result.delete(place);
    }
    result.set(start, joinSpan(span, phrases));
  }
  return [...result].sort(([first], [second]) => first - second).map(([, group]) => group);
};

const joinSpan = (span: readonly Group[], phrases: readonly string[]): Group => {
  const shown = span.map((group) => group.shown).join(' ');
  const own = span.length === 1 ? (span[0]?.alternatives ?? []) : [shown];
  return {
    shown,
    alternatives: [...new Set([...own, ...phrases])],
    stems: [...new Set([...span.flatMap(({ stems }) => stems), ...phrases.flatMap(wordsOf)])],
    known: true,
    stopWord: false,
    documents: Math.max(...span.map(({ documents }) => documents)),
    corrected: span.some(({ corrected }) => corrected),
    widened: true,
  };
};
