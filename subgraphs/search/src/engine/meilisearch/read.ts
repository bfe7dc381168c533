import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import { type Facet, facets } from '../../domain/index-declaration.ts';
import type { FacetCounts, Hit, PageOfHits, PageRequest, Selection } from '../contract.ts';
import { baseFilters, facetFilters } from './filters.ts';
import { facetAttributes, type MeilisearchDocument } from './settings.ts';

const sorts: Readonly<Record<PageRequest['sort'], string[] | undefined>> = {
  RELEVANCE: undefined,
  NEWEST: ['createdAtMs:desc', 'productId:asc'],
  PRICE_ASC: ['currency:asc', 'minPriceMinor:asc', 'productId:asc'],
  PRICE_DESC: ['currency:asc', 'minPriceMinor:desc', 'productId:asc'],
};

/** The index searches read. */
export const liveIndex = 'products';

const toHit = ({ productId, titles }: MeilisearchDocument): Hit => ({ productId, titles });

const queryOf = (selection: Selection, q: string, filter: readonly string[]): MultiSearchQuery => ({
  indexUid: liveIndex,
  q,
  filter: [...filter],
  matchingStrategy: selection.match === 'all' ? 'all' : 'last',
});

const filtersOf = (selection: Selection, except?: string): string[] => [
  ...baseFilters(selection),
  ...[...facetFilters(selection.filters)].flatMap(([name, filter]) => (name === except ? [] : [filter])),
];

/** Text to search for: a number of goods as one word if any goods have it, else the query as understood. */
const textOf = async (client: Meilisearch, selection: Selection): Promise<string> => {
  const { code, text } = selection.wanted;
  if (code === undefined || code === text) return text;
  const exact = await client
    .index(liveIndex)
    .search(`"${code}"`, { filter: filtersOf(selection), hitsPerPage: 0, page: 1 });
  return exact.totalHits > 0 ? `"${code}"` : text;
};

/** A page of hits with the exact number of all. */
export const searchPage = async (client: Meilisearch, request: PageRequest): Promise<PageOfHits> => {
  const query = queryOf(request, await textOf(client, request), filtersOf(request));
  const sort = sorts[request.wanted.text === '' && request.sort === 'RELEVANCE' ? 'NEWEST' : request.sort];
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, MeilisearchDocument>({
    queries: [
      { ...query, sort, offset: request.offset, limit: request.limit, attributesToRetrieve: ['productId', 'titles'] },
      { ...query, hitsPerPage: 0, page: 1 },
    ],
  });
  const [page, counted] = results;
  return { hits: page?.hits.map(toHit) ?? [], total: counted?.totalHits ?? 0 };
};

/** Counts of all facets: one query for those without a filter, one more per filter, which it leaves out. */
export const countFacets = async (client: Meilisearch, selection: Selection): Promise<FacetCounts> => {
  const q = await textOf(client, selection);
  const excepts = [undefined, ...facetFilters(selection.filters).keys()];
  const { results } = await client.multiSearch({
    queries: excepts.map((except) => ({
      ...queryOf(selection, q, filtersOf(selection, except)),
      facets: Object.values(facetAttributes),
      hitsPerPage: 0,
      page: 1,
    })),
  });
  const distribution = (except: string | undefined, facet: Facet) =>
    Object.entries(results[excepts.indexOf(except)]?.facetDistribution?.[facetAttributes[facet]] ?? {});
  const chosenCodes = excepts.flatMap((except) => (except?.startsWith('attribute:') ? [except.slice(10)] : []));
  const countsOf = (facet: Facet) => {
    const own = excepts.includes(facet) ? facet : undefined;
    const plain = distribution(own, facet);
    const others = plain.filter(([value]) => !chosenCodes.some((code) => value.startsWith(`${code}=`)));
    const chosen = chosenCodes.flatMap((code) =>
      distribution(`attribute:${code}`, facet).filter(([value]) => value.startsWith(`${code}=`)),
    );
    return (facet === 'attribute' ? [...others, ...chosen] : plain)
      .map(([value, count]) => ({ value, count }))
      .sort((first, second) => second.count - first.count || (first.value < second.value ? -1 : 1))
      .slice(0, facets[facet]);
  };
  return {
    category: countsOf('category'),
    shop: countsOf('shop'),
    brand: countsOf('brand'),
    price: countsOf('price'),
    attribute: countsOf('attribute'),
    availability: countsOf('availability'),
  };
};

/** Products whose titles or names hold all the words, the last one as a prefix (Meilisearch's own rule). */
export const completeTitles = async (
  client: Meilisearch,
  words: readonly string[],
  closedShopIds: readonly string[],
  limit: number,
): Promise<Hit[]> => {
  const { hits } = await client.index<MeilisearchDocument>(liveIndex).search(words.join(' '), {
    attributesToSearchOn: ['title', 'naming'],
    attributesToRetrieve: ['productId', 'titles'],
    matchingStrategy: 'all',
    filter: baseFilters({
      closedShopIds,
      excludedIds: [],
      wanted: { text: '', groups: [], code: undefined },
      filters: {},
      match: 'all',
    }),
    limit,
  });
  return hits.map(toHit);
};
