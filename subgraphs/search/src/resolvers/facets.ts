import { textIn } from '../domain/localised-text.ts';
import type {
  SearchAttributeFacetResolvers,
  SearchCategoryFacetResolvers,
  SearchShopFacetResolvers,
} from '../generated/resolvers.ts';

export const SearchCategoryFacet: SearchCategoryFacetResolvers = { category: ({ id }) => ({ id }) };
export const SearchShopFacet: SearchShopFacetResolvers = { shop: ({ value }) => ({ id: value }) };
export const SearchAttributeFacet: SearchAttributeFacetResolvers = {
  name: ({ names, code }, { locale }, { meta }) => textIn(names, locale ?? meta.locale) ?? code,
};
