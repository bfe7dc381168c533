import { expectedHits, type Group, tellingGroups } from '../domain/resolve-query.ts';
import type { Selection, Sort, Wanted } from '../engine/contract.ts';
import type { Services } from '../services.ts';
import { reconsider } from './understand-query.ts';

/** One way to search, decided by how much it finds. */
export interface Attempt {
  readonly wanted: Wanted;
  readonly match: Selection['match'];
  /** About how many products it finds, where the vocabulary tells. */
  readonly expected: number | undefined;
  readonly groups: readonly Group[];
  /** Hits that have all the words; what is found beyond them lacks one. Unknown means that all have them. */
  readonly complete: number | undefined;
  /** True when the query has nothing that could be found. */
  readonly impossible: boolean;
}

interface Search {
  readonly frame: Omit<Selection, 'wanted' | 'match' | 'expected'>;
  readonly sort: Sort;
  readonly query: string;
  readonly groups: readonly Group[];
  readonly code: string | undefined;
}

/** Below this many hits of a query of three words or more, goods that lack one word are shown behind them. */
const enoughHits = 8;

const attemptOf = (
  { query, code }: Search,
  groups: readonly Group[],
  kept: readonly Group[],
  match: Selection['match'],
): Attempt => ({
  wanted: {
    text: query.trim() === '' ? '' : groups.map(({ shown }) => shown).join(' '),
    groups: kept.map(({ alternatives }) => alternatives),
    code,
  },
  match,
  expected: match === 'all' && code === undefined ? expectedHits(kept) : undefined,
  groups,
  complete: match === 'most' || kept.length < tellingGroups(groups).length ? 0 : undefined,
  impossible: query.trim() !== '' && kept.length === 0 && code === undefined,
});

/** The first thing to try: goods that have all the words as they were understood. */
export const strictAttempt = (search: Search): Attempt =>
  attemptOf(search, search.groups, tellingGroups(search.groups), 'all');

/**
 * Tries to find goods with all the words; then with a rare word taken as a misspelling; then without the words that no
 * goods have; then with all words but one. The first that finds anything is taken. Filters play no part, so that narrowing a
 * result never changes what was understood. `known` are hits of the first try that were counted already, with the
 * filters: without any, or from enough of them on, that try need not be counted again.
 */
export const findGoods = async (
  services: Services,
  search: Search,
  strict: Attempt,
  known: number | undefined,
): Promise<Attempt> => {
  const { engine, database } = services;
  const { frame, groups, sort } = search;
  const telling = tellingGroups(groups);
  if (strict.impossible || telling.length === 0) return strict;
  const found = async ({ wanted, match, expected }: Attempt) =>
    engine.probe({ ...frame, filters: {}, wanted, match, expected }, enoughHits);
  const mayRelax = telling.length >= 3 && sort === 'RELEVANCE';
  const isFiltered = Object.values(frame.filters).some((filter) => filter !== undefined);
  const sufficient = mayRelax ? enoughHits : 1;

  const total = known !== undefined && (!isFiltered || known >= sufficient) ? known : await found(strict);
  if (total > 0)
    return mayRelax && total < enoughHits ? { ...attemptOf(search, groups, telling, 'most'), complete: total } : strict;
  const second = await reconsider(database.orm, groups);
  const rethought = second && attemptOf(search, second, tellingGroups(second), 'all');
  if (rethought && (await found(rethought)) > 0) return rethought;
  const usable = telling.filter((group) => group.known);
  if (usable.length > 0 && usable.length < telling.length) {
    const without = attemptOf(search, groups, usable, 'all');
    if ((await found(without)) > 0) return without;
  }
  return usable.length >= 2 ? attemptOf(search, groups, usable, 'most') : strict;
};
