import type { Settings } from 'meilisearch';
import { facets, searchableFields } from '../../domain/index-declaration.ts';
import type { IndexDocument } from '../../domain/index-document.ts';
import { digestOf } from '../digest.ts';

/** A product as Meilisearch keeps it. */
export interface MeilisearchDocument extends Record<string, unknown> {
  readonly productId: string;
  readonly version: number;
  readonly digest: string;
  readonly titles: Readonly<Record<string, string>>;
}

/** Characters of an id that make its number: the time part of a TypeID, to the millisecond. */
const orderedCharacters = 10;

/**
 * A number in the order of ids: Meilisearch compares numbers only. Ids of one millisecond share a number, so whoever
 * walks by it looks at the id as well.
 */
export const orderNumber = (productId: string): number => {
  const own = productId.slice(productId.indexOf('_') + 1, productId.indexOf('_') + 1 + orderedCharacters);
  return [...own.padEnd(orderedCharacters, '0')].reduce((number, character) => {
    const digit = Number.parseInt(character, 36);
    return number * 36 + (Number.isNaN(digit) ? 0 : digit);
  }, 0);
};

/** The document Meilisearch is given: words by field, prices and times as numbers it can compare. */
export const toMeilisearch = ({ words, ...document }: IndexDocument): MeilisearchDocument => ({
  ...document,
  ...words,
  minPriceMinor: Number(document.minPriceMinor),
  maxPriceMinor: Number(document.maxPriceMinor),
  orderNumber: orderNumber(document.productId),
  createdAtMs: Date.parse(document.createdAt),
  digest: digestOf({ words, ...document }),
});

/** Facets with the attribute each is counted by. */
export const facetAttributes = {
  category: 'categoryIds',
  shop: 'shopId',
  brand: 'brand',
  price: 'priceRange',
  attribute: 'attributes',
  availability: 'inStock',
} as const;

/**
 * Settings of an index, derived from the declaration. `sort` stands first among the ranking rules: a wanted order is kept
 * whatever the words say; without one the rule does nothing.
 */
export const indexSettings: Settings = {
  searchableAttributes: searchableFields.map(({ name }) => name),
  filterableAttributes: [...Object.values(facetAttributes), 'productId', 'orderNumber', 'currency', 'minPriceMinor'],
  sortableAttributes: ['productId', 'orderNumber', 'currency', 'minPriceMinor', 'createdAtMs'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
  faceting: { maxValuesPerFacet: facets.attribute, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 1_000_000 },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['rus', 'eng'] }],
};
