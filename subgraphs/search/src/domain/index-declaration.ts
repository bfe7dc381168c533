/**
 * What can be searched, filtered, counted and sorted, declared once: every engine derives its own form from here.
 */

/** Groups of searchable words, the most telling first, with their weight in the ranking. */
export const searchableFields = [
  /** Titles in all languages, SKUs and GTIN. */
  { name: 'title', weight: 1 },
  /** Brand and what attributes say in words: author, material, pattern. */
  { name: 'naming', weight: 0.5 },
  /** Names of the category it is filed under. */
  { name: 'filing', weight: 0.3 },
  /** Descriptions and the names of the categories above. */
  { name: 'telling', weight: 0.05 },
] as const;

export type SearchableField = (typeof searchableFields)[number]['name'];

/** Facets, with the most values that are given back of each. */
export const facets = {
  category: 100,
  shop: 50,
  brand: 50,
  price: 60,
  attribute: 600,
  availability: 2,
} as const;

export type Facet = keyof typeof facets;

/** Hits that can be paged through; people refine a query long before. */
export const maxDepth = 1_000;

/** Upper bounds of the price ranges in major units of any currency; the last range is open. */
export const priceSteps: readonly number[] = [
  5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
];
