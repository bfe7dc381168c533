import { type Group, tellingGroups } from '../domain/resolve-query.ts';
import type { Selection, Sort, Wanted } from '../engine/contract.ts';
import type { Services } from '../services.ts';
import { reconsider } from './understand-query.ts';

/** One way to search, decided by how much it finds. */
export interface Attempt {
  readonly wanted: Wanted;
  readonly match: Selection['match'];
  readonly groups: readonly Group[];
  /** Hits that have all the words; what is found beyond them lacks one. Unknown means that all have them. */
  readonly complete: number | undefined;
  /** True when the query has nothing that could be found. */
  readonly impossible: boolean;
}

interface Search {
  readonly frame: Omit<Selection, 'wanted' | 'match'>;
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
  groups,
  complete: match === 'most' || kept.length < tellingGroups(groups).length ? 0 : undefined,
  impossible: query.trim() !== '' && kept.length === 0 && code === undefined,
});

/**
 * Tries to find goods with all the words; then with a rare word taken as a misspelling; then without the words that no
 * goods have; then with all words but one. The first that finds anything is taken. Filters play no part, so that narrowing a
 * result never changes what was understood.
 */
export const findGoods = async (services: Services, search: Search): Promise<Attempt> => {
  const { engine, database } = services;
  const { frame, groups, sort } = search;
  const telling = tellingGroups(groups);
  const known = telling.filter((group) => group.known);
  const strict = attemptOf(search, groups, telling, 'all');
  if (strict.impossible || telling.length === 0) return strict;
  const found = async ({ wanted, match }: Attempt) =>
    engine.probe({ ...frame, filters: {}, wanted, match }, enoughHits);

  const total = await found(strict);
  if (total > 0) {
    const few = total < enoughHits && telling.length >= 3 && sort === 'RELEVANCE';
    return few ? { ...attemptOf(search, groups, telling, 'most'), complete: total } : strict;
  }
  const second = await reconsider(database.orm, groups);
  const rethought = second && attemptOf(search, second, tellingGroups(second), 'all');
  if (rethought && (await found(rethought)) > 0) return rethought;
  if (known.length > 0 && known.length < telling.length) {
    const without = attemptOf(search, groups, known, 'all');
    if ((await found(without)) > 0) return without;
  }
  return known.length >= 2 ? attemptOf(search, groups, known, 'most') : strict;
};
