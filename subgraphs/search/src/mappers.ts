import type { Fragment } from './domain/highlight.ts';
import type { LocalisedText } from './domain/localised-text.ts';
import type { CategoryCount } from './domain/shape-facets.ts';
import type { Facets } from './queries/facets.ts';
import type { RuleRow } from './queries/rules.ts';
import type { SearchOutcome } from './usecases/search-goods.ts';

/** What resolvers of each type start from. */
export type SearchResultMapper = SearchOutcome & { readonly fingerprint: string };
export type SearchHitMapper = {
  readonly productId: string;
  readonly titles: LocalisedText;
  readonly promoted: boolean;
  readonly outcome: SearchOutcome;
};
export type SearchFacetsMapper = Facets;
export type SearchCategoryFacetMapper = CategoryCount;
export type SearchShopFacetMapper = Facets['shops'][number];
export type SearchAttributeFacetMapper = Facets['attributes'][number];
export type SearchRuleMapper = RuleRow;
export type QuerySuggestionMapper = { readonly __typename: 'QuerySuggestion'; readonly query: string };
export type CategorySuggestionMapper = { readonly __typename: 'CategorySuggestion'; readonly categoryId: string };
export type ProductSuggestionMapper = {
  readonly __typename: 'ProductSuggestion';
  readonly productId: string;
  readonly title: readonly Fragment[];
};
