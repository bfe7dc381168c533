import { maxDepth } from '../domain/index-declaration.ts';
import { engineOffset, mergePage, placePromoted, sortRules } from '../domain/promotions.ts';
import { queryKey } from '../domain/query-words.ts';
import type { Group } from '../domain/resolve-query.ts';
import { addSynonyms, spansOf } from '../domain/synonyms.ts';
import type { Filters, Hit, PageOfHits, Selection, Sort } from '../engine/contract.ts';
import { readGuidance } from '../queries/guidance.ts';
import type { Services } from '../services.ts';
import { type Attempt, findGoods, strictAttempt } from './find-goods.ts';
import { understandQuery } from './understand-query.ts';

export interface SearchWish {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
}

/** A page of hits and what was understood. */
export interface SearchOutcome {
  readonly hits: readonly { readonly hit: Hit; readonly promoted: boolean }[];
  readonly offset: number;
  readonly total: number;
  readonly groups: readonly Group[];
  readonly appliedQuery: string;
  readonly correctedQuery: string | undefined;
  readonly partial: boolean;
  /** What facets are counted over. */
  readonly selection: Selection;
}

type Frame = Omit<Selection, 'wanted' | 'match' | 'expected'>;

/** Products that rules put in front, with their places; those that filters leave out get none. */
const promote = async (
  { engine }: Services,
  frame: Frame,
  attempt: Attempt,
  rules: ReturnType<typeof sortRules>,
): Promise<Map<number, Hit>> => {
  const { pinned, boostedIds } = rules;
  const all = { sort: 'NEWEST' as const, offset: 0, limit: 100 };
  const everything = { text: '', groups: [], code: undefined };
  const pinnedIds = pinned.map(({ productId }) => productId);
  const hits = [
    ...(pinnedIds.length > 0
      ? (await engine.search({ ...frame, ...all, wanted: everything, match: 'all', onlyIds: pinnedIds })).hits
      : []),
    ...(boostedIds.length > 0
      ? (await engine.search({ ...frame, ...all, wanted: attempt.wanted, match: attempt.match, onlyIds: boostedIds }))
          .hits
      : []),
  ];
  const byId = new Map(hits.map((hit) => [hit.productId, hit]));
  const places = placePromoted(pinned, boostedIds, new Set(byId.keys()));
  return new Map([...places].flatMap(([place, id]): [number, Hit][] => (byId.has(id) ? [[place, byId.get(id)!]] : [])));
};

const shownQuery = (groups: readonly Group[]): string => groups.map(({ shown }) => shown).join(' ');

/** Searches goods on sale: understands the query, obeys rules, gives one page. */
export const searchGoods = async (services: Services, wish: SearchWish): Promise<SearchOutcome> => {
  const { database, engine, clock } = services;
  const { query, filters, sort, offset } = wish;
  const understood = await understandQuery(database.orm, query);
  const keys = spansOf(understood.groups).map(({ key }) => key);
  const guidance = await readGuidance(database.orm, queryKey(query), keys, clock.now());
  const groups = addSynonyms(understood.groups, guidance.synonyms);
  const rules = sortRules(guidance.rules);
  const frame: Frame = { filters, closedShopIds: guidance.closedShopIds, excludedIds: rules.hiddenIds };
  const limit = Math.max(0, Math.min(wish.limit, maxDepth - offset));

  const selectionOf = ({ wanted, match, expected }: Attempt): Selection => ({ ...frame, wanted, match, expected });
  const pageOf = async (attempt: Attempt, places: ReadonlyMap<number, Hit>): Promise<PageOfHits> =>
    attempt.impossible
      ? { hits: [], total: 0 }
      : engine.search({
          ...selectionOf(attempt),
          excludedIds: [...frame.excludedIds, ...[...places.values()].map(({ productId }) => productId)],
          sort,
          offset: engineOffset(offset, new Map([...places].map(([place, hit]) => [place, hit.productId]))),
          limit,
        });

  const search = { frame, sort, query, groups, code: understood.code };
  const strict = strictAttempt(search);
  const promoting = sort === 'RELEVANCE' && rules.pinned.length + rules.boostedIds.length > 0;
  // Most queries have no rules and find something at once: their first page is also the answer whether they do.
  const first = promoting ? undefined : await pageOf(strict, new Map());
  const attempt = await findGoods(services, search, strict, first?.total);
  const places = promoting ? await promote(services, frame, attempt, rules) : new Map<number, Hit>();
  const page = first && attempt === strict ? first : await pageOf(attempt, places);
  const total = page.total + places.size;
  const corrected = attempt.groups.some((group) => group.corrected);
  return {
    hits: mergePage({ offset, limit, places, hits: page.hits, engineTotal: page.total }),
    offset,
    total,
    groups: attempt.groups,
    appliedQuery: corrected ? shownQuery(attempt.groups) : query.trim().replace(/\s+/gu, ' '),
    correctedQuery: corrected ? shownQuery(attempt.groups) : undefined,
    partial: attempt.complete !== undefined && total > attempt.complete,
    selection: selectionOf(attempt),
  };
};
