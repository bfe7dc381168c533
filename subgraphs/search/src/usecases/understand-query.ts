import type { Executor } from '@vitrina/platform/database';
import { candidateWords, chunksOf, codeIn } from '../domain/query-words.ts';
import { type Group, likelyTerms, resolveQuery, tellingGroups, unexplainedWords } from '../domain/resolve-query.ts';
import { hasDigit } from '../domain/text.ts';
import { lookUp, nearestTerms } from '../queries/vocabulary.ts';

/** A query, understood as far as the goods' vocabulary tells. */
export interface Understood {
  readonly groups: readonly Group[];
  readonly code: string | undefined;
}

/** Finds out what words are meant: known ones, the other layout or alphabet, misspellings. */
export const understandQuery = async (executor: Executor, query: string): Promise<Understood> => {
  const chunks = chunksOf(query);
  const vocabulary = await lookUp(executor, candidateWords(chunks));
  const nearest = await nearestTerms(executor, unexplainedWords(chunks, vocabulary));
  return { groups: resolveQuery(chunks, vocabulary, nearest), code: codeIn(query) };
};

/** How much more frequent a neighbour has to be for a word that some goods do have to be taken as its misspelling. */
const timesMoreFrequent = 5;

/**
 * A second thought, for when nothing has all the words: a rare word may be a misspelling that some seller made, too. The
 * rarest word with a much more frequent neighbour is replaced; undefined when there is none.
 */
export const reconsider = async (executor: Executor, groups: readonly Group[]): Promise<Group[] | undefined> => {
  const doubtful = tellingGroups(groups)
    .filter(({ known, shown, stopWord }) => known && !stopWord && !hasDigit(shown) && !shown.includes(' '))
    .sort((first, second) => first.documents - second.documents);
  const nearest = await nearestTerms(
    executor,
    doubtful.map(({ shown }) => shown),
  );
  for (const group of doubtful) {
    const others = (nearest.get(group.shown) ?? []).filter(({ stem }) => !group.stems.includes(stem));
    const [likely] = likelyTerms(group.shown, others).filter(
      ({ documents }) => documents >= group.documents * timesMoreFrequent,
    );
    if (!likely) continue;
    const { word, stem, documents } = likely;
    const instead: Group = { ...group, shown: word, alternatives: [word], stems: [stem], documents, corrected: true };
    return groups.map((other) => (other === group ? instead : other));
  }
  return undefined;
};
